import type { LocalText } from './Rule.js';

/** How files that mails include are found, and what reports call the place; see `rules/includes.yml`. */
export interface IncludeRules {
  /** What the tag is to a finding in the file that it includes. */
  readonly label: LocalText;
  /** Folders in which template engines are usually told to look for parts of mails. */
  readonly folders: readonly string[];
  /** What a file's name may end in where the tag leaves that out. */
  readonly endings: readonly string[];
}
