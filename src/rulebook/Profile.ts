import type { MailType } from '../mail/Mail.js';
import type { TimeSpan } from '../reading/calendar/CalendarDay.js';
import type { LocalText } from './Rule.js';
import type { RuleSeverity } from './RuleSeverity.js';

/** What rules weigh and ask for in a country, or in a house that is stricter than the law. */
export interface Profile {
  readonly id: string;
  readonly name: LocalText;
  /** What it is for and where it differs. */
  readonly about: LocalText;
  /** Ids of the profiles that it stands on. */
  readonly extends: readonly string[];
  readonly severities: Readonly<Record<string, RuleSeverity>>;
  /** Whether exceptions may let findings of a rule pass; they may unless it is said. */
  readonly ignorable?: Readonly<Record<string, boolean>>;
  /** Options by rule; see `ruleOptions.ts`. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** How early changes must be announced, where the profile knows. */
  readonly notice?: NoticePeriod;
  /** Ids into `rules/references.yml`. */
  readonly references: readonly string[];
}

/** How long before it applies a change must be announced, for one kind of contract in one jurisdiction. */
export interface NoticePeriod {
  readonly time: TimeSpan;
  /** `de`, `eu`, `us-ca`. */
  readonly jurisdiction: string;
  /** The mails that answer to it. */
  readonly mails: readonly MailType[];
  /** ISO date on which the law was last compared. */
  readonly checked: string;
}

/** A profile that knows how early changes must be announced. */
export interface NoticeProfile extends Profile {
  readonly notice: NoticePeriod;
}
