import type { FooterSetting } from '../checks/CheckContext.js';
import { digestMail } from '../checks/campaign/digestMail.js';
import type { MailDigest } from '../checks/campaign/MailDigest.js';
import { translationKey } from '../checks/campaign/translationKey.js';
import { conveyedBy } from '../checks/conveyed.js';
import { isAboutWords } from '../checks/isAboutWords.js';
import { judge } from '../checks/judge.js';
import { formatOf } from '../formats/formatOf.js';
import type { InheritedMetadata } from '../formats/InheritedMetadata.js';
import { parseMail } from '../formats/parse.js';
import type { FormatProblem, MailFormat } from '../mail/Mail.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { Reading } from '../reading/Reading.js';
import { readMail } from '../reading/readMail.js';
import type { NoticeProfile } from '../rulebook/Profile.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { countUnknownLooks } from './countUnknownLooks.js';
import { type KnownRules, type NoteExceptions, noteExceptions } from './exceptions/noteExceptions.js';
import type { FileReport, RunProblem } from './LintReport.js';
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
}

export interface LintedText {
  readonly report: FileReport;
  readonly reading: Reading;
  /** What in the text could not be read: front matter that is no YAML. */
  readonly problems: readonly RunProblem[];
  /** What the mail asks to be let pass; its findings are all still there. */
  readonly notes: NoteExceptions;
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
  const mail = parseMail(text, { format, templateTags, metadataLabels, ...(inherited ? { inherited } : {}) });
  const reading = readMail(mail, rulebook);
  const unknownLooks = countUnknownLooks(mail);
  const rules = options.isPassage ? rulebook.rules.filter(isAboutWords) : rulebook.rules;
  const says = conveyedBy(reading, rulebook);
  const findings = withFingerprints(judge({ reading, rulebook, footer, notice }, rules), reading, rules);
  const digested = { path, source: text, campaign: options.campaign, reading, findings, says };
  return {
    report: {
      path,
      source: text,
      types: reading.types,
      language: reading.language,
      says,
      findings,
      ...(unknownLooks && { unknownLooks }),
    },
    reading,
    problems: toProblems(mail.problems, text, path),
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

function toProblems(problems: readonly FormatProblem[], text: string, path: string): readonly RunProblem[] {
  if (problems.length === 0) return [];
  const lines = new SourceLines(text);
  return problems.map(({ message, range }) => ({ path, message, ...lines.positionAt(range.start) }));
}
