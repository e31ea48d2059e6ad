import type { FooterSetting } from '../checks/CheckContext.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { NoticeProfile } from '../rulebook/Profile.js';
import type { RuleSeverity } from '../rulebook/RuleSeverity.js';

/** The text that settings were read from. */
export interface SettingsSource {
  /** Relative to the working folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Where a setting comes from. */
export type Origin =
  | { readonly type: 'file'; readonly source: SettingsSource; readonly range: SourceRange }
  | { readonly type: 'profile'; readonly id: string }
  | { readonly type: 'option'; readonly name: string };

/** A value and who says so. */
export interface Stated<Value> {
  readonly value: Value;
  readonly origin: Origin;
}

/** What is set for one rule. */
export interface RuleSettings {
  readonly severity?: Stated<RuleSeverity>;
  /** Whether exceptions may let findings of the rule pass; they may unless it is said. */
  readonly ignorable?: Stated<boolean>;
  readonly options: ReadonlyMap<string, Stated<unknown>>;
}

/** What holds for a file, or the part of it that one source says. */
export interface Settings {
  /** The profile that all other settings stand on. */
  readonly profile?: Stated<string>;
  /** The sending service whose template tags count. */
  readonly provider?: Stated<string>;
  readonly footer?: Stated<FooterSetting>;
  /** Tags of the languages that mails are in. */
  readonly languages?: Stated<readonly string[]>;
  /** The profile that says how early changes must be announced. */
  readonly notice?: Stated<NoticeProfile>;
  /** By rule. */
  readonly rules: ReadonlyMap<string, RuleSettings>;
  /** Folders of rules and words, relative to the working folder; later ones count more. */
  readonly packs: readonly Stated<string>[];
  /** The glob that leaves the file out, where one does. */
  readonly ignored?: Stated<string>;
}

/** Nothing is set. */
export const noSettings: Settings = { rules: new Map(), packs: [] };
