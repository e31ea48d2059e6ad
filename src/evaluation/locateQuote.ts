import { type MappedText, sourceRangeOf } from '../mail/MappedText.js';
import type { SourceRange } from '../mail/SourceRange.js';
import { wordsOf } from './VisibleWords.js';

/**
 * Every place in the source at which the words of a quote stand, in source order per text. Punctuation, white space,
 * tags and invisible characters make no difference, capitals do. Whole words are preferred: only a quote that is
 * nowhere found so may begin or end inside a word.
 *
 * @param texts the words of the mail, as `readVisibleWords` gives them.
 * @returns nothing when the quote is not found or has no word in it.
 */
export function locateQuote(texts: readonly MappedText[], quote: string): readonly SourceRange[] {
  const needle = wordsOf(quote);
  if (needle === '') return [];
  const places = texts.flatMap((text) => occurrences(text, needle));
  const whole = places.filter((place) => place.isWhole);
  return (whole.length > 0 ? whole : places).map((place) => place.range);
}

function occurrences(text: MappedText, needle: string): { range: SourceRange; isWhole: boolean }[] {
  const places: { range: SourceRange; isWhole: boolean }[] = [];
  const isEdge = (character: string | undefined) => character === undefined || character === ' ';
  for (let at = text.value.indexOf(needle); at >= 0; ) {
    const end = at + needle.length;
    const isWhole = isEdge(text.value[at - 1]) && isEdge(text.value[end]);
    places.push({ range: sourceRangeOf(text, at, end), isWhole });
    at = text.value.indexOf(needle, end);
  }
  return places;
}
