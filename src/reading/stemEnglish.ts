import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** The algorithm takes a time that grows with the square of a word's length; no word of the language is that long. */
const longestWord = 40;

/**
 * The stem of an English word in lower case, by the Porter algorithm. Stems are keys to compare, no words.
 *
 * @example stemEnglish('cancelled') === stemEnglish('cancelling') // true
 */
export function stemEnglish(word: string): string {
  return word.length > longestWord ? word : porter.stem(word);
}
