import type { Conveyance, FileReport, LintReport, MailTypeGuess } from '../linter/LintReport.js';
import type { MailType } from '../mail/Mail.js';

/** A rule as far as the evaluation needs to know it. */
export interface TestedRule {
  readonly id: string;
  /** Whether it judges wordings, so that a single passage can break it; other rules need a whole mail. */
  readonly isAboutWords: boolean;
}

/** One passage, to be linted as if it were all that its mail says. */
export interface PassageInput {
  /** The list that it stands in, relative to the working folder. */
  readonly path: string;
  readonly types: readonly MailType[];
  readonly language: string | undefined;
  /** Plain text; a label line (`Subject: …`) at its top makes it a subject, as in a text file. */
  readonly text: string;
}

/** What is measured. The evaluation knows the linter through this alone, so that tests can put a fake in its place. */
export interface TestedLinter {
  readonly rules: readonly TestedRule[];
  /** What it can tell that a passage conveys. */
  readonly conveyances: readonly Conveyance[];
  /** Whether the file is in a format that can be linted. */
  isMail(path: string): boolean;
  /** Lints whole mails, given relative to the working folder with forward slashes; the reports carry the same paths. */
  lintMails(paths: readonly string[]): Promise<LintReport>;
  /** What a linted mail would be taken for if it declared no type, the likeliest first. */
  inferTypes(mail: Pick<FileReport, 'path' | 'source' | 'language'>): readonly MailTypeGuess[];
  lintPassage(passage: PassageInput): FileReport;
}
