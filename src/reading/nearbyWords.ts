import { kindAt } from './characterAt.js';

/** No word that the rules know is longer; what is, is cut, so that looking around stays cheap. */
const longestWord = 40;

/** A word beside a place in a text. */
export interface NearbyWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The word that ends at an offset, with the full stops inside it, but without brackets and quotes before it.
 *
 * @example wordBefore('(z.B. so', 4, 0, '(').text // 'z.B'
 */
export function wordBefore(text: string, end: number, floor: number, opening: string): NearbyWord {
  const lowest = Math.max(floor, end - longestWord);
  let start = end;
  while (start > lowest && !isGap(text, start - 1) && !opening.includes(text.charAt(start - 1))) start--;
  return { text: text.slice(start, end), start, end };
}

/** The word that begins at or behind an offset: letters, digits and what joins them, after brackets and quotes. */
export function wordAfter(text: string, from: number, opening: string): NearbyWord {
  const highest = Math.min(text.length, from + longestWord);
  let start = from;
  while (start < highest && (isBlank(text, start) || opening.includes(text.charAt(start)))) start++;
  let end = start;
  while (end < Math.min(text.length, start + longestWord) && isInWord(text, end)) end++;
  return { text: text.slice(start, end), start, end };
}

function isGap(text: string, position: number): boolean {
  return isBlank(text, position) || text.charAt(position) === '/';
}

function isBlank(text: string, position: number): boolean {
  const kind = kindAt(text, position);
  return kind === 'space' || kind === 'invisible';
}

function isInWord(text: string, position: number): boolean {
  const kind = kindAt(text, position);
  return kind === 'letter' || kind === 'digit' || kind === 'mark' || "'’".includes(text.charAt(position));
}
