import { kindAt } from './characterAt.js';
import { wordAfter, wordBefore } from './nearbyWords.js';
import type { Lookup } from './sentenceLookup.js';

/** Texts that are wrapped by hand have lines of about this length; a sentence goes on behind them. */
const wrapped = { shortest: 58, longest: 90 };
const shortLine = 40;
const joining = '-–&/+(';

/**
 * Whether a sentence ends with a line that has no closing sign. It goes on before a small letter, after a word that asks
 * for another, after a comma in a long line, and after a line as long as those that are wrapped by hand.
 */
export function lineEndsSentence(text: string, newline: number, start: number, lookup: Lookup): boolean {
  const lineEnd = skipBlankBack(text, newline, start);
  const next = skipBlank(text, newline);
  if (lineEnd <= start || next >= text.length) return true;
  if (text.slice(newline + 1, next).includes('\n')) return true;
  const first = text.charAt(next);
  if (first !== first.toUpperCase()) return isBrand(text, next);
  const last = text.charAt(lineEnd - 1);
  const length = lineEnd - Math.max(start, text.lastIndexOf('\n', newline - 1) + 1);
  if (joining.includes(last)) return false;
  if (last === ',') return length < shortLine;
  if (lookup.unfinished.has(wordBefore(text, lineEnd, start, lookup.opening).text.toLowerCase())) return false;
  return kindAt(text, next) !== 'letter' || length < wrapped.shortest || length > wrapped.longest;
}

function isBrand(text: string, position: number): boolean {
  const second = wordAfter(text, position, '').text.charAt(1);
  return second !== second.toLowerCase();
}

function skipBlank(text: string, from: number): number {
  let position = from;
  while (position < text.length && isBlank(text, position)) position++;
  return position;
}

function skipBlankBack(text: string, from: number, floor: number): number {
  let position = from;
  while (position > floor && isBlank(text, position - 1)) position--;
  return position;
}

function isBlank(text: string, position: number): boolean {
  const kind = kindAt(text, position);
  return kind === 'space' || kind === 'invisible';
}
