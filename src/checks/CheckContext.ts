import type { Reading } from '../reading/Reading.js';
import type { NoticeProfile, Rulebook } from '../rulebook/Rulebook.js';

export const footerSettings = ['included', 'injected', 'none'] as const;
/**
 * Who writes the footer: it is in the file, the sending service appends it, or there is none anywhere. Undeclared,
 * nothing can be said for sure about files that usually get theirs from the service.
 */
export type FooterSetting = (typeof footerSettings)[number];

/** What a check may look at. */
export interface CheckContext {
  readonly reading: Reading;
  readonly rulebook: Rulebook;
  readonly footer: FooterSetting | undefined;
  /** How long before it applies a change must be announced; undefined where no profile is chosen. */
  readonly profile?: NoticeProfile | undefined;
}
