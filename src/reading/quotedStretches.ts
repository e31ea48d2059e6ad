import type { SourceRange } from '../mail/SourceRange.js';

/** Fewer quoted words are a name or a label (“Agree”), which the mail uses itself. */
const fewestQuotedWords = 6;

/** With fewer words around it the quote is all that the block says, so the mail says it itself. */
const fewestOtherWords = 3;

/** No quotation is longer; an opening mark without its partner is none. */
const longestQuote = 1000;

export interface QuotationMarks {
  readonly opening: string;
  readonly closing: string;
}

/**
 * Where a text repeats what somebody else says: whole clauses in quotation marks, with words of its own around them.
 *
 * @param fewestWords how many words a quotation must have; as many as a clause unless said otherwise.
 * @returns offsets into the text, the marks left out; in order and without overlap.
 * @example quotedStretches('He wrote: “Agree by noon or lose your old account.” Do not.', { opening: '“', closing: '”' })
 */
export function quotedStretches(
  text: string,
  marks: QuotationMarks,
  fewestWords: number = fewestQuotedWords,
): readonly SourceRange[] {
  const stretches: SourceRange[] = [];
  const all = countWords(text);
  for (let at = 0; at < text.length; at += 1) {
    if (!opensQuote(text, at, marks)) continue;
    const end = closingMark(text, at + 1, marks);
    if (end === undefined) continue;
    const words = countWords(text.slice(at + 1, end));
    if (words >= fewestWords && all - words >= fewestOtherWords) stretches.push({ start: at + 1, end });
    at = end;
  }
  return stretches;
}

/** Whether a range lies inside of one of the stretches, which are in order and without overlap. */
export function isWithin({ start, end }: SourceRange, stretches: readonly SourceRange[]): boolean {
  let [low, high] = [0, stretches.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const stretch = stretches[middle];
    if (!stretch) return false;
    if (stretch.end <= start) low = middle + 1;
    else if (stretch.start >= end) high = middle - 1;
    else return start >= stretch.start && end <= stretch.end;
  }
  return false;
}

function opensQuote(text: string, at: number, { opening }: QuotationMarks): boolean {
  return opening.includes(text.charAt(at)) && !isWordCharacter(text[at - 1]) && isQuotable(text[at + 1]);
}

function closingMark(text: string, from: number, { closing }: QuotationMarks): number | undefined {
  const last = Math.min(text.length, from + longestQuote);
  for (let at = from; at < last; at += 1) {
    if (closing.includes(text.charAt(at)) && !isWordCharacter(text[at + 1])) return at;
  }
  return undefined;
}

function isQuotable(character: string | undefined): boolean {
  return character !== undefined && character.trim() !== '';
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function countWords(text: string): number {
  let words = 0;
  let isInside = false;
  for (const character of text) {
    const isSpace = character.trim() === '';
    if (!isSpace && !isInside) words += 1;
    isInside = !isSpace;
  }
  return words;
}
