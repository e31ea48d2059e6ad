import type { Conveyance } from '../../linter/LintReport.js';
import type { MailType } from '../../mail/Mail.js';
import type { SourcePosition } from '../../mail/SourceLines.js';
import type { SourceRange } from '../../mail/SourceRange.js';
import type { Severity } from '../Finding.js';

/**
 * What rules about several mails need to know of one: little, and plain data, so that it can be kept for many mails,
 * written to a cache, and sent to another process.
 */
export interface MailDigest {
  /** Relative to the working folder, with forward slashes. */
  readonly path: string;
  /** The folder whose `campaign.yml` the mail belongs to; absent outside of campaigns. */
  readonly campaign?: string;
  readonly language?: string;
  /** The same for all translations of a mail; absent where the mail's name says no language. */
  readonly translation?: string;
  /** Declared, or the likeliest if that is more than a guess. */
  readonly types: readonly MailType[];
  /** ISO date. */
  readonly sendDate?: string;
  /** Where a report about the whole mail stands. */
  readonly top: DigestPlace;
  /** Targets of the links that are there for what the mail is about, without what differs from reader to reader. */
  readonly targets: readonly string[];
  /** Its longer words, folded; none twice. */
  readonly words: readonly string[];
  /** The days that its time limits end on. */
  readonly limits: readonly DatedPlace[];
  /** All days that it names: with a year where the mail says one or the send date is known. */
  readonly days: readonly DatedPlace[];
  /** Where it calls itself the last one. */
  readonly lastChances: readonly DigestPlace[];
  readonly says: readonly Conveyance[];
  readonly findings: readonly DigestFinding[];
}

/** A place in a mail that other mails may refer to. */
export interface DigestPlace {
  readonly text: string;
  readonly range: SourceRange;
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}

export interface DatedPlace extends DigestPlace {
  /** Month and day, `06-30`; and the year in front of it for a limit. */
  readonly day: string;
}

export interface DigestFinding extends DigestPlace {
  readonly rule: string;
  readonly severity: Severity;
}
