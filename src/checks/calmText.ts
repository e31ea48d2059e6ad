import type { TypographyOptions } from '../rulebook/Rule.js';
import type { Shout } from './findShouting.js';
import { isCapitalWord, looksLikeWord, plainLetters } from './isCapitalWord.js';
import { calmMark, countedMarks } from './shoutedMarks.js';

/** White space between two sentences is never longer than it takes to see where one ended. */
const longestPause = 8;

export interface CalmTextOptions extends Pick<TypographyOptions, 'acronyms' | 'names'> {
  /** Where nouns have capitals nobody can tell which words would keep theirs. */
  readonly areNounsCapitalized: boolean;
}

/**
 * The same words without the noise: one mark for several, small letters for capitals. It can stand for the passage as
 * it is.
 *
 * @param text the block's text, which the shout's offsets count in.
 * @returns undefined where nobody can tell how the words are written in small letters.
 * @example calmText('BUY IT NOW!!!', { start: 0, end: 13, … }, options) // 'Buy it now!'
 */
export function calmText(text: string, { start, end, by }: Shout, options: CalmTextOptions): string | undefined {
  if (by !== 'marks' && options.areNounsCapitalized) return undefined;
  const words = withOneMark(text.slice(start, end));
  if (by === 'marks') return words;
  const kept = { acronyms: new Set(options.acronyms), names: new Set(options.names) };
  return inSmallLetters(words, beginsSentence(text.slice(Math.max(0, start - longestPause), start)), kept);
}

/** A run of marks, with white space between them, ends with one of them. */
function withOneMark(text: string): string {
  const pieces = text.split(/((?:[!?‼⁇⁈⁉！？❗❕❓❔]|\ufe0f)+)/u);
  return pieces
    .map((piece) => (countedMarks(piece) ? calmMark(piece) : piece))
    .join('')
    .replace(/([!?])(?:\s*[!?])+/gu, '$1');
}

function beginsSentence(before: string): boolean {
  const word = before.trimEnd();
  return word === '' || /[.!?:…“"]$/u.test(word);
}

interface KeptCapitals {
  readonly acronyms: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function inSmallLetters(text: string, isFirst: boolean, kept: KeptCapitals): string {
  let begins = isFirst;
  return text.replace(/[\p{L}\p{M}\p{Nd}'’]+|[.!?…]+/gu, (piece) => {
    if (/^[.!?…]/u.test(piece)) {
      begins = true;
      return piece;
    }
    const word = smallWord(piece, kept);
    const cased = begins || kept.names.has(piece) ? capitalized(word) : word;
    begins = false;
    return cased;
  });
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function smallWord(word: string, { acronyms }: KeptCapitals): string {
  const plain = plainLetters(word);
  const isKept = plain === 'I' || /^I['’]/u.test(plain) || /\p{Nd}/u.test(plain) || acronyms.has(plain);
  return isKept || (!isCapitalWord(plain) && plain.length > 1) || isVowelless(plain) ? plain : plain.toLowerCase();
}

/** “PDF” cannot be spoken, so it is a short form. */
function isVowelless(word: string): boolean {
  return word.length > 1 && word.length < 6 && !looksLikeWord(`${word}${word}`);
}
