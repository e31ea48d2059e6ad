const letters = /\p{L}/gu;
const smallLetter = /[a-z]/u;
const vowels = /[aeiouyäöüàáâèéêìíòóùú]/iu;

/** Fewer letters than these stand for a short form as often as for a word. */
const fewestLettersOfWord = 4;

/** A word as it would be printed in plain letters: styled ones (mathematical, full width) made Latin. */
export function plainLetters(word: string): string {
  return word.normalize('NFKC');
}

/**
 * Whether a word is written in capitals. One letter shows nothing, and ß has no capital that people use.
 *
 * @example isCapitalWord('GROßE') // true
 */
export function isCapitalWord(word: string): boolean {
  // Nearly every word ends here; what marks a letter may carry does not make it a capital.
  if (smallLetter.test(word)) return false;
  const own = (plainLetters(word).match(letters) ?? []).filter((letter) => letter !== 'ß').join('');
  return own.length >= 2 && own === own.toUpperCase() && own !== own.toLowerCase();
}

/**
 * Whether a word in capitals could be an ordinary word: it is long enough and can be spoken, and no number stands in it.
 * “SEPA” can too, so what is known to be a short form must be told apart by the caller.
 *
 * @example looksLikeWord('NOW') // false: three letters are a short form as often as a word
 */
export function looksLikeWord(word: string): boolean {
  const plain = plainLetters(word);
  const count = plain.match(letters)?.length ?? 0;
  return count >= fewestLettersOfWord && vowels.test(plain) && !/\p{Nd}/u.test(plain);
}
