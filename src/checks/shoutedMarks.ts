/** How often a text exclaims and asks. */
export interface CountedMarks {
  readonly exclamations: number;
  readonly questions: number;
}

const exclamationMarks = '!❗❕';
const questionMarks = '?❓❔';

/**
 * Counts exclamation and question marks, in all their shapes: full width, doubled in one sign, as pictures.
 *
 * @returns undefined where something else stands in the text, or no such mark.
 * @example countedMarks('?!?!') // { exclamations: 2, questions: 2 }
 */
export function countedMarks(text: string): CountedMarks | undefined {
  const plain = text.normalize('NFKC').replace(/[\ufe0e\ufe0f]/gu, '');
  const characters = [...plain].filter((character) => character !== '.' && character !== '…');
  const exclamations = characters.filter((character) => exclamationMarks.includes(character)).length;
  const questions = characters.filter((character) => questionMarks.includes(character)).length;
  const isPure = exclamations + questions > 0 && exclamations + questions === characters.length;
  return isPure ? { exclamations, questions } : undefined;
}

/**
 * The one mark that is enough: a question stays one.
 *
 * @example calmMark('?!?!') // '?'
 */
export function calmMark(marks: string): '?' | '!' {
  return (countedMarks(marks)?.questions ?? 0) > 0 ? '?' : '!';
}
