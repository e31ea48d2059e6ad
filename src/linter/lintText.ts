import type { FooterSetting } from '../checks/CheckContext.js';
import { digestMail } from '../checks/campaign/digestMail.js';
import type { MailDigest } from '../checks/campaign/MailDigest.js';
import { translationKey } from '../checks/campaign/translationKey.js';
import { conveyedBy } from '../checks/conveyed.js';
import { localized } from '../checks/findingTexts.js';
import { isAboutWords } from '../checks/isAboutWords.js';
import { judge } from '../checks/judge.js';
import { formatOf } from '../formats/formatOf.js';
import type { InheritedMetadata } from '../formats/InheritedMetadata.js';
import type { IncludeResolver } from '../formats/includes/IncludeResolver.js';
import { parseMail } from '../formats/parse.js';
import { locate } from '../mail/Composition.js';
import type { Mail, MailFormat } from '../mail/Mail.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { Reading } from '../reading/Reading.js';
import { readMail } from '../reading/readMail.js';
import type { NoticeProfile } from '../rulebook/Profile.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { countUnknownLooks } from './countUnknownLooks.js';
import { type KnownRules, type NoteExceptions, noteExceptions } from './exceptions/noteExceptions.js';
import type { FileReport, RunProblem } from './LintReport.js';
import { MailMemory } from './MailMemory.js';
import { type FindingsInFile, placeFindings } from './placeFindings.js';
import { withFingerprints } from './withFingerprints.js';

export interface LintTextOptions {
  /** For the report, and for the format where none is given. */
  readonly path: string;
  readonly format?: MailFormat;
  /** Metadata from outside of the text; what the mail says of itself wins. */
  readonly inherited?: InheritedMetadata;
  readonly footer?: FooterSetting;
  /** How early changes must be announced. */
  readonly notice?: NoticeProfile;
  /** The text is a passage and no whole mail: only rules about words are applied. */
  readonly isPassage?: boolean;
  /** What rules there are, for the names in exceptions; those of the rulebook unless given. */
  readonly knownRules?: KnownRules;
  /** The folder of the campaign that the mail belongs to. */
  readonly campaign?: string;
  /** Where the files come from that the mail includes; without it they are left out. */
  readonly resolveInclude?: IncludeResolver;
  /** Of mails that were linted before; it makes no difference but to the time that linting takes. */
  readonly memory?: MailMemory;
}

export interface LintedText {
  readonly report: FileReport;
  readonly reading: Reading;
  /** What in the text could not be read: front matter that is no YAML. */
  readonly problems: readonly RunProblem[];
  /** What the mail asks to be let pass; its findings are all still there. */
  readonly notes: NoteExceptions;
  /** One for each file that the mail includes, whether there are findings in it or not. */
  readonly included: readonly FileReport[];
  /** For rules about several mails; only where the mail belongs to others. */
  readonly digest?: MailDigest;
}

/** A text whose format can't be told from its name. */
export class UnknownFormatError extends Error {
  override readonly name = 'UnknownFormatError';
}

/**
 * Lints one mail.
 *
 * @throws UnknownFormatError when neither the options nor the path say what format the text is in.
 * @example lintText('Agree by midnight or lose your account.', { path: 'mail.txt' }, rulebook).report.findings
 */
export function lintText(text: string, options: LintTextOptions, rulebook: Rulebook): LintedText {
  const { path, inherited, footer, notice } = options;
  const format = options.format ?? formatOf(path);
  if (!format) throw new UnknownFormatError(`The format of “${path}” cannot be told from its name.`);
  const { templateTags, metadataLabels } = rulebook;
  const { resolveInclude: resolve, memory = new MailMemory() } = options;
  const includes = resolve === undefined ? {} : { includes: { path, resolve } };
  const shared = { format, templateTags, metadataLabels, memory: memory.parsing };
  const mail = parseMail(text, { ...shared, ...(inherited && { inherited }), ...includes });
  const reading = readMail(mail, rulebook, memory.reading);
  const unknownLooks = countUnknownLooks(mail);
  const rules = options.isPassage ? rulebook.rules.filter(isAboutWords) : rulebook.rules;
  const says = conveyedBy(reading, rulebook);
  const findings = withFingerprints(judge({ reading, rulebook, footer, notice }, rules), reading, rules);
  const digested = { path, source: text, campaign: options.campaign, reading, findings, says };
  const label = localized(rulebook.includes.label, reading.language);
  const [own, ...others] = mail.composition ? placeFindings(findings, mail.composition, label) : [];
  return {
    report: {
      path,
      source: text,
      types: reading.types,
      language: reading.language,
      says,
      findings: own?.findings ?? findings,
      ...(unknownLooks && { unknownLooks }),
    },
    reading,
    included: others.map((file) => includedReport(file, reading.language)),
    problems: toProblems(mail, text, path),
    notes: noteExceptions(mail, text, path, options.knownRules ?? knownRulesOf(rulebook)),
    ...(belongsToOthers(options, rulebook) ? { digest: digestMail(digested, rulebook) } : {}),
  };
}

function knownRulesOf({ rules }: Rulebook): KnownRules {
  return { has: (id) => rules.some((rule) => rule.id === id), nearest: () => '' };
}

function belongsToOthers({ path, campaign }: LintTextOptions, { languages }: Rulebook): boolean {
  return campaign !== undefined || translationKey(path, campaign, Object.keys(languages)) !== undefined;
}

function includedReport({ path, source, findings }: FindingsInFile, language: string | undefined): FileReport {
  return { path, source, types: [], language, says: [], findings, isIncluded: true };
}

function toProblems({ problems, composition }: Mail, text: string, path: string): readonly RunProblem[] {
  if (problems.length === 0) return [];
  const lines = new Map([[path, new SourceLines(text)]]);
  return problems.map(({ message, range }) => {
    const place = composition && locate(composition, range);
    const file = composition?.inclusions[place?.inclusion ?? 0] ?? { path, source: text };
    const ofFile = lines.get(file.path) ?? new SourceLines(file.source);
    lines.set(file.path, ofFile);
    return { path: file.path, message, ...ofFile.positionAt((place?.range ?? range).start) };
  });
}
