import type { Finding } from '../../checks/Finding.js';
import { oneLine } from './printable.js';

/**
 * A finding in plain lines that are safe to print: what is wrong, what to do, the places that belong to it, better
 * wordings.
 *
 * @example findingText(finding)[0] // 'A deadline is tied to a threat.'
 */
export function findingText({ message, advice, related, suggestions }: Finding): readonly string[] {
  return [
    oneLine(message),
    oneLine(advice),
    ...related.map(({ label, text }) => `${oneLine(label)}: “${oneLine(text)}”`),
    ...suggestions.map((suggestion) => `Better: ${oneLine(suggestion)}`),
  ].filter((line) => line !== '');
}
