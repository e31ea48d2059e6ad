import type { Transformer } from 'unified';
import type { FooterSetting } from './checks/CheckContext.js';
import { applySettings } from './config/applySettings.js';
import { mailOptions } from './config/mailOptions.js';
import { profileSettings } from './config/profileSettings.js';
import { noSettings } from './config/Settings.js';
import { dayOf } from './linter/exceptions/dayOf.js';
import { unignorableRules } from './linter/exceptions/FindingSettler.js';
import { settleFindings } from './linter/exceptions/settleFindings.js';
import type { Conveyance, LintReport, MailTypeGuess, RunProblem } from './linter/LintReport.js';
import { lintFiles as lintFilesBy } from './linter/lintFiles.js';
import { lintText } from './linter/lintText.js';
import type { TactfulMessage } from './linter/toMessage.js';
import { toMessage } from './linter/toMessage.js';
import type { MailFormat, MailType } from './mail/Mail.js';
import { SourceLines } from './mail/SourceLines.js';
import { loadRulebook } from './rulebook/loadRulebook.js';
import { profileNamed } from './rulebook/profileNamed.js';

export type { Finding, RelatedPlace, Severity } from './checks/Finding.js';
export type { FileReport } from './linter/LintReport.js';
export type { SourceRange } from './mail/SourceRange.js';
export type { Conveyance, FooterSetting, LintReport, MailFormat, MailType, MailTypeGuess, RunProblem, TactfulMessage };

export interface LintOptions {
  /** Name of the mail; its ending says what format it is in. */
  readonly path: string;
  readonly format?: MailFormat;
  readonly footer?: FooterSetting;
  /** Id of the profile that rules and notice periods are taken from: `de`, `de-payment-services`. */
  readonly profile?: string;
  /** What the mail is for, unless it says so itself. */
  readonly types?: readonly MailType[];
  /** Language tag, unless the mail declares one. */
  readonly language?: string;
}

export interface LintResult {
  readonly path: string;
  readonly types: readonly MailTypeGuess[];
  readonly language: string | undefined;
  readonly says: readonly Conveyance[];
  readonly messages: readonly TactfulMessage[];
  readonly problems: readonly RunProblem[];
}

/**
 * Lints one mail.
 *
 * @param text the source of the mail.
 * @throws UnknownFormatError when neither the options nor the path say what format the text is in.
 * @throws UnknownProfileError when no profile has the id that the options name.
 * @example (await lint('Agree by midnight or lose your account.', { path: 'mail.txt' })).messages
 */
export async function lint(text: string, options: LintOptions): Promise<LintResult> {
  const { path, types, language, format, footer, profile } = options;
  const inherited = { ...(types ? { types } : {}), ...(language === undefined ? {} : { language }) };
  const choice = { ...(format ? { format } : {}), ...(footer ? { footer } : {}) };
  const whole = loadRulebook();
  const settings =
    profile === undefined ? noSettings : profileSettings(profileNamed(profile, whole).id, whole.profiles);
  const { report, problems, notes } = lintText(
    text,
    { path, inherited, ...mailOptions(settings), ...choice },
    applySettings(whole, settings),
  );
  const context = { path, day: dayOf(process.env), unignorable: unignorableRules(settings) };
  const settled = settleFindings(report.findings, notes.exceptions, context);
  const lines = new SourceLines(text);
  return {
    path,
    types: report.types,
    language: report.language,
    says: report.says,
    messages: settled.findings.map((finding) => toMessage(finding, lines, path)),
    problems: [...problems, ...notes.problems, ...settled.problems],
  };
}

export interface LintFilesOptions {
  /** The working folder; the process's own unless given. */
  readonly cwd?: string;
  readonly format?: MailFormat;
  readonly footer?: FooterSetting;
  /** The settings file that holds for all mails, instead of those in their folders; `false` for none. */
  readonly config?: string | false;
  /** The profile that settings stand on, whatever files say. */
  readonly profile?: string;
  /** Whether `.gitignore` files count; true unless said otherwise. */
  readonly ignoreFiles?: boolean;
  /** The baseline to hold findings against, instead of the nearest; `false` for none. */
  readonly baseline?: string | false;
  /** Whether exceptions count; true unless said otherwise. */
  readonly exceptions?: boolean;
}

/**
 * Lints all mails that files, folders and globs lead to. What can't be linted is in the report's `problems`.
 *
 * @example (await lintFiles(['mails/'])).files
 */
export async function lintFiles(patterns: readonly string[], options: LintFilesOptions = {}): Promise<LintReport> {
  return lintFilesBy(patterns, { ...options, cwd: options.cwd ?? process.cwd() }, loadRulebook());
}

/**
 * A unified plugin that adds Tactful's messages to the file. It reads the file's text itself, so it works with any
 * parser and any tree.
 *
 * @example remark().use(tactful, { types: ['marketing'] })
 */
export function tactful(options: Partial<LintOptions> = {}): Transformer {
  return async (_tree, file) => {
    const path = options.path ?? file.path ?? 'mail.md';
    const { messages } = await lint(String(file), { ...options, path });
    file.messages.push(...messages);
  };
}

export default tactful;
