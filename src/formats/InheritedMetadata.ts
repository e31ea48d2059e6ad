import type { MailType } from '../mail/Mail.js';

/** What a `campaign.yml` says about a mail. The mail's own metadata wins. */
export interface InheritedMetadata {
  readonly subject?: string;
  readonly preheader?: string;
  readonly from?: string;
  readonly language?: string;
  /** ISO date, `2026-11-24`. */
  readonly sendDate?: string;
  readonly types?: readonly MailType[];
}
