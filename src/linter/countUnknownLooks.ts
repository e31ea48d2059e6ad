import type { Mail, StyleGap } from '../mail/Mail.js';
import type { UnknownLooks } from './LintReport.js';

/**
 * How many texts of a mail have a look that the file alone does not tell, by the reason.
 *
 * @returns undefined where all looks are known.
 * @example countUnknownLooks(mail) // { 'background-image': 3 }
 */
export function countUnknownLooks(mail: Mail): UnknownLooks | undefined {
  const counts: Partial<Record<StyleGap, number>> = {};
  const gaps = mail.children.flatMap(({ role, style }) => (role === 'hidden' ? [] : (style.gaps ?? [])));
  for (const gap of gaps) counts[gap] = (counts[gap] ?? 0) + 1;
  return gaps.length === 0 ? undefined : counts;
}
