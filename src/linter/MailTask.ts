import type { Settings } from '../config/Settings.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { LintTextOptions } from './lintText.js';

/** All that the report of a mail hangs on, but for the files that it includes. */
export interface MailTask {
  readonly text: string;
  /** Plain data, so that it can be hashed and sent to another thread. */
  readonly options: MailTaskOptions;
  readonly settings: Settings;
  /** The rules and words as the settings of the mail want them; the same object for the same settings. */
  readonly rulebook: Rulebook;
}

export type MailTaskOptions = Omit<LintTextOptions, 'isPassage' | 'knownRules' | 'resolveInclude' | 'memory'>;
