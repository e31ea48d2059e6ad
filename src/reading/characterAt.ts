export type CharacterKind =
  | 'letter'
  | 'digit'
  | 'mark'
  | 'invisible'
  | 'space'
  | 'money-sign'
  | 'percent'
  | 'punctuation'
  | 'symbol';

const letter = /\p{L}/u;
const digit = /\p{Nd}/u;
const mark = /\p{M}|\p{Emoji_Modifier}/u;
const space = /\s/u;
const moneySign = /\p{Sc}/u;
const punctuation = /\p{P}/u;
const invisible = /\p{Cf}|\p{Default_Ignorable_Code_Point}/u;
const symbolsAmongPunctuation = '§¶&@#*†‡•';

const asciiKinds: readonly CharacterKind[] = Array.from({ length: 128 }, (_, code) =>
  classify(String.fromCharCode(code)),
);

/**
 * What sort of character stands at an offset of a text.
 *
 * @returns the kind, and how many UTF-16 code units the character takes.
 * @throws RangeError when the offset lies outside the text.
 * @example characterAt('ä', 0) // { kind: 'letter', width: 1 }
 */
export function characterAt(text: string, offset: number): { readonly kind: CharacterKind; readonly width: number } {
  const code = text.codePointAt(offset);
  if (code === undefined) throw new RangeError(`No character at ${offset} of a text of ${text.length} code units`);
  const width = code > 0xffff ? 2 : 1;
  return { kind: asciiKinds[code] ?? classify(String.fromCodePoint(code)), width };
}

/** The kind of the character at an offset; undefined outside the text. */
export function kindAt(text: string, offset: number): CharacterKind | undefined {
  return offset >= 0 && offset < text.length ? characterAt(text, offset).kind : undefined;
}

function classify(character: string): CharacterKind {
  if (letter.test(character) || isEnclosedLetter(character)) return 'letter';
  if (digit.test(character)) return 'digit';
  if (invisible.test(character)) return 'invisible';
  if (space.test(character)) return 'space';
  if (mark.test(character)) return 'mark';
  if (moneySign.test(character)) return 'money-sign';
  if (character === '%' || character === '‰') return 'percent';
  if (symbolsAmongPunctuation.includes(character)) return 'symbol';
  if (punctuation.test(character)) return 'punctuation';
  return 'symbol';
}

/** Letters in circles and squares count as symbols in Unicode, but are read as letters. */
function isEnclosedLetter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x24b6 && code <= 0x24e9) || (code >= 0x1f130 && code <= 0x1f149) || isNegativeLetter(code);
}

function isNegativeLetter(code: number): boolean {
  return (code >= 0x1f150 && code <= 0x1f169) || (code >= 0x1f170 && code <= 0x1f189);
}
