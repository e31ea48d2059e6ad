import type { FooterSetting } from '../checks/CheckContext.js';
import { conveyedBy } from '../checks/conveyed.js';
import { judge } from '../checks/judge.js';
import { formatOf } from '../formats/formatOf.js';
import type { InheritedMetadata } from '../formats/parse.js';
import { parseMail } from '../formats/parse.js';
import type { MailFormat } from '../mail/Mail.js';
import { readMail } from '../reading/readMail.js';
import type { Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { FileReport } from './LintReport.js';

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
 * @throws UnknownFormatError when neither the options nor the path say what format the text is in.
 * @example lintText('Agree by midnight or lose your account.', { path: 'mail.txt' }, rulebook).findings
 */
export function lintText(text: string, options: LintTextOptions, rulebook: Rulebook): FileReport {
  const format = options.format ?? formatOf(options.path);
  if (!format) {
    throw new UnknownFormatError(`${options.path}: its name does not say which format it is in`);
  }
  const mail = parseMail(text, {
    format,
    templateTags: rulebook.templateTags,
    metadataLabels: rulebook.metadataLabels,
    ...(options.inherited ? { inherited: options.inherited } : {}),
  });
  const reading = readMail(mail, rulebook);
  const rules = options.isPassage ? rulebook.rules.filter(isAboutWords) : rulebook.rules;
  return {
    path: options.path,
    source: text,
    types: reading.types,
    language: reading.language,
    says: conveyedBy(reading, rulebook),
    findings: judge({ reading, rulebook, footer: options.footer }, rules),
  };
}

function isAboutWords({ check }: Rule): boolean {
  return check === 'wording';
}
