import type { Finding } from '../checks/Finding.js';
import type { MailType, StyleGap } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { Rule } from '../rulebook/Rule.js';
import type { ExceptedFinding } from './exceptions/Exception.js';

/** What a mail conveys to its reader; see the labelling guide. */
export const conveyances = [
  'trust',
  'objection-right',
  'withdrawal-right',
  'opt-out',
  'sender-identity',
  'terms-change',
  'purpose',
  'no-disadvantage',
] as const;
export type Conveyance = (typeof conveyances)[number];

export interface MailTypeGuess {
  readonly type: MailType;
  /** 1 when declared, else how sure the inference is, 0 to 1. */
  readonly confidence: number;
}

/** The result for one file, ready for a reporter. */
export interface FileReport {
  /** Relative to the working folder, with forward slashes. */
  readonly path: string;
  readonly source: string;
  readonly types: readonly MailTypeGuess[];
  /** `en`, `de`, …; undefined when no language pack fits. */
  readonly language: string | undefined;
  readonly says: readonly Conveyance[];
  /** In source order. */
  readonly findings: readonly Finding[];
  /** How many texts have a look that the file does not tell, by the reason; absent where all looks are known. */
  readonly unknownLooks?: UnknownLooks;
  /** What would be found as well if exceptions didn't let it pass, where there is anything. */
  readonly excepted?: readonly ExceptedFinding[];
  /** What would be found as well if the baseline didn't know it, where there is anything. */
  readonly known?: readonly Finding[];
  /** Whether linted mails include the file: then its findings are those that the mails have in it. */
  readonly isIncluded?: true;
}

export type UnknownLooks = Readonly<Partial<Record<StyleGap, number>>>;

/** A file that could not be linted, or an option that asks for the impossible. */
export interface RunProblem {
  /** `warning` for what has kept no mail from being linted: an exception that is of no use. */
  readonly level?: 'warning';
  readonly path?: string;
  /** Plain words: what is wrong, what was expected, what to do. */
  readonly message: string;
  /** 1-based, where the problem has a place. */
  readonly line?: number;
  readonly column?: number;
  /** The text that the place is in, where it is worth showing. */
  readonly excerpt?: { readonly source: string; readonly range: SourceRange };
}

/** What reports tell of a rule that the settings have added. */
export type PackRule = Pick<Rule, 'id' | 'severity' | 'description' | 'page'>;

export interface LintReport {
  readonly files: readonly FileReport[];
  readonly problems: readonly RunProblem[];
  /** The rules that packs of the settings have added, where there are any. */
  readonly packRules?: readonly PackRule[];
}
