import { kindAt } from './characterAt.js';
import { type NearbyWord, wordAfter, wordBefore } from './nearbyWords.js';
import type { Lookup } from './sentenceLookup.js';

/** A closing sign, and what closes behind it. */
interface Closing {
  /** The last of the signs. */
  readonly position: number;
  /** Behind the quotes and brackets that follow. */
  readonly end: number;
  /** Where the sentence began. */
  readonly start: number;
}

const continuing = ',;:)]/';
const ellipsis = '…';

/**
 * Whether the closing sign in a text ends a sentence. Full stops are judged by the word before them, all signs by what
 * comes next: nothing ends before a small letter or a comma.
 */
export function endsSentence(text: string, closing: Closing, lookup: Lookup): boolean {
  const { position, end, start } = closing;
  if (end >= text.length) return true;
  if (!isBlank(text, end)) return isMissingSpace(text, closing);
  const next = wordAfter(text, end, lookup.opening);
  if (next.start < text.length && continuing.includes(text.charAt(next.start))) return false;
  if (isSmall(next)) return false;
  const sign = text.charAt(position);
  if (sign === '!' || sign === '?' || sign === ellipsis || text.charAt(position - 1) === '.') return true;
  if (end > position + 1 && kindAt(text, position - 1) !== 'letter') return true;
  return stopEnds(text, wordBefore(text, position, start, lookup.opening), next, start, lookup);
}

function stopEnds(text: string, word: NearbyWord, next: NearbyWord, start: number, lookup: Lookup): boolean {
  const startsWithDigit = kindAt(text, next.start) === 'digit';
  if (isNumber(word.text)) return numberEnds(text, word, next, start, lookup);
  if (startsWithDigit && lookup.beforeNumber.has(word.text)) return false;
  if (isDottedChain(text, word, start)) return lookup.closingAbbreviations.has(word.text) && begins(text, next, lookup);
  if (word.text.length === 1) return isInitial(word.text) && startsSurely(text, next, lookup);
  if (lookup.closingAbbreviations.has(word.text)) return begins(text, next, lookup);
  if (lookup.abbreviations.has(word.text)) return false;
  if (lookup.abbreviationEndings.some((ending) => word.text.endsWith(ending))) return startsSurely(text, next, lookup);
  return true;
}

/** A number that opens a sentence counts a list; one with a determiner before it is an ordinal. */
function numberEnds(text: string, word: NearbyWord, next: NearbyWord, start: number, lookup: Lookup): boolean {
  if (lookup.beforeOrdinal.size === 0) return true;
  if (word.text.length > 2) return true;
  if (word.start <= start || lookup.afterOrdinal.has(next.text)) return false;
  if (kindAt(text, next.start) === 'digit') return false;
  const before = wordBefore(text, skipBlankBack(text, word.start, start), start, lookup.opening);
  return !lookup.beforeOrdinal.has(before.text.toLowerCase()) || startsSurely(text, next, lookup);
}

/** Whether a sentence may begin with the word after an abbreviation that can close one. */
function begins(text: string, next: NearbyWord, lookup: Lookup): boolean {
  if (lookup.afterOrdinal.has(next.text)) return false;
  if (lookup.nounsCapitalized) return startsSurely(text, next, lookup);
  return kindAt(text, next.start) !== 'digit' && !isSmall(next);
}

/** Begins with a word that often comes first, or with one before a capitalised pronoun. */
function startsSurely(text: string, next: NearbyWord, lookup: Lookup): boolean {
  if (next.start >= text.length || lookup.starters.has(next.text.toLowerCase())) return true;
  if (!lookup.nounsCapitalized || next.text === '') return false;
  const second = wordAfter(text, next.end, '');
  return !isSmall(second) && lookup.starters.has(second.text.toLowerCase());
}

/** A capital inside a word of a small first letter is a brand's way of writing one. */
function isSmall({ text }: NearbyWord): boolean {
  const first = text.charAt(0);
  const second = text.charAt(1);
  return first !== first.toUpperCase() && second === second.toLowerCase();
}

function isInitial(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function isNumber(word: string): boolean {
  return word !== '' && [...word].every((character) => character >= '0' && character <= '9');
}

/** Single letters with full stops, in one word (`p.m.`) or several (`i. d. R.`). */
function isDottedChain(text: string, word: NearbyWord, start: number): boolean {
  if (word.text.includes('.')) return word.text.split('.').every((piece) => piece.length <= 2);
  const before = skipBlankBack(text, word.start, start);
  const isBehindLetter = text.charAt(before - 1) === '.' && wordBefore(text, before - 1, start, '').text.length === 1;
  return word.text.length === 1 && before > start && isBehindLetter && kindAt(text, before - 2) === 'letter';
}

function skipBlankBack(text: string, from: number, floor: number): number {
  let position = from;
  while (position > floor && isBlank(text, position - 1)) position--;
  return position;
}

/** A sentence that begins right behind the closing sign: a small letter before it, a capital and a small one after it. */
function isMissingSpace(text: string, { position, end }: Closing): boolean {
  const isWord = isSmallLetter(text.charAt(position - 1)) && isSmallLetter(text.charAt(position - 2));
  const first = text.charAt(end);
  return isWord && first !== first.toLowerCase() && isSmallLetter(text.charAt(end + 1));
}

function isSmallLetter(character: string): boolean {
  return character !== character.toUpperCase();
}

function isBlank(text: string, position: number): boolean {
  const kind = kindAt(text, position);
  return kind === 'space' || kind === 'invisible';
}
