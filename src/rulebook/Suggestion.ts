import type { MailType } from '../mail/Mail.js';

/** How a mail speaks to its reader, in languages that make a difference (German `Sie` and `du`). */
export const addressForms = ['formal', 'familiar'] as const;
export type AddressForm = (typeof addressForms)[number];

/** A better wording; `{answer-day}` in it stands for the passage's own words for that signal. */
export interface Suggestion {
  readonly text: string;
  /** What it was written for; it fits everywhere when absent. */
  readonly when?: SuggestionCondition;
}

/** All that is named must hold. */
export interface SuggestionCondition {
  /** Signals that the passage holds, named with their polarity (`matter:account`) or without. */
  readonly signals?: readonly string[];
  readonly address?: AddressForm;
  /** One of these types the mail has. */
  readonly mails?: readonly MailType[];
}
