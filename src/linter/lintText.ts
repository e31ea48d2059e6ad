import type { FooterSetting } from '../checks/CheckContext.js';
import { conveyedBy } from '../checks/conveyed.js';
import { judge } from '../checks/judge.js';
import { formatOf } from '../formats/formatOf.js';
import type { InheritedMetadata } from '../formats/InheritedMetadata.js';
import { parseMail } from '../formats/parse.js';
import type { FormatProblem, MailFormat } from '../mail/Mail.js';
import { SourceLines } from '../mail/SourceLines.js';
import { readMail } from '../reading/readMail.js';
import type { Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { countUnknownLooks } from './countUnknownLooks.js';
import type { FileReport, RunProblem } from './LintReport.js';

export interface LintTextOptions {
  /** For the report, and for the format where none is given. */
  readonly path: string;
  readonly format?: MailFormat;
  /** Metadata from outside of the text; what the mail says of itself wins. */
  readonly inherited?: InheritedMetadata;
  readonly footer?: FooterSetting;
  /** The text is a passage and no whole mail: only rules about words are applied. */
  readonly isPassage?: boolean;
}

/** A text whose format can't be told from its name. */
export class UnknownFormatError extends Error {
  override readonly name = 'UnknownFormatError';
}

/**
 * Lints one mail.
 *
 * @returns the report, and what in the text could not be read (front matter that is no YAML).
 * @throws UnknownFormatError when neither the options nor the path say what format the text is in.
 * @example lintText('Agree by midnight or lose your account.', { path: 'mail.txt' }, rulebook).report.findings
 */
export function lintText(
  text: string,
  options: LintTextOptions,
  rulebook: Rulebook,
): { readonly report: FileReport; readonly problems: readonly RunProblem[] } {
  const { path, inherited, footer } = options;
  const format = options.format ?? formatOf(path);
  if (!format) throw new UnknownFormatError(`The format of “${path}” cannot be told from its name.`);
  const { templateTags, metadataLabels } = rulebook;
  const mail = parseMail(text, { format, templateTags, metadataLabels, ...(inherited ? { inherited } : {}) });
  const reading = readMail(mail, rulebook);
  const unknownLooks = countUnknownLooks(mail);
  const rules = options.isPassage ? rulebook.rules.filter(isAboutWords) : rulebook.rules;
  return {
    report: {
      path,
      source: text,
      types: reading.types,
      language: reading.language,
      says: conveyedBy(reading, rulebook),
      findings: judge({ reading, rulebook, footer }, rules),
      ...(unknownLooks && { unknownLooks }),
    },
    problems: toProblems(mail.problems, text, path),
  };
}

function toProblems(problems: readonly FormatProblem[], text: string, path: string): readonly RunProblem[] {
  if (problems.length === 0) return [];
  const lines = new SourceLines(text);
  return problems.map(({ message, range }) => ({ path, message, ...lines.positionAt(range.start) }));
}

/** Whether a rule judges wordings, so that a single passage can break it. */
export function isAboutWords({ check }: Rule): boolean {
  return check === 'wording';
}
