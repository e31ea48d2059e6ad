import type { CascadeRule } from '../../rulebook/Rule.js';
import type { MailDigest } from './MailDigest.js';

/**
 * Whether two mails ask their readers for the same thing: they are of the same kind, and they have enough words in
 * common; fewer will do where both lead to the same page.
 *
 * @example asksTheSame(first, second, rule)
 */
export function asksTheSame(one: MailDigest, other: MailDigest, { mails, options }: CascadeRule): boolean {
  const isOfOneKind = one.types.some((type) => other.types.includes(type) && (mails?.includes(type) ?? true));
  if (!isOfOneKind) return false;
  const shared = sharedWords(one, other);
  if (shared >= options.sharedWords) return true;
  return shared >= options.sharedWordsWithLink && one.targets.some((target) => other.targets.includes(target));
}

function sharedWords(one: MailDigest, other: MailDigest): number {
  const words = new Set(one.words);
  const common = other.words.filter((word) => words.has(word)).length;
  return common / Math.max(1, Math.min(one.words.length, other.words.length));
}
