/** What the letter groups are made of; the first stands for anything between words, the last for any other letter. */
export const languageSymbols = ' abcdefghijklmnopqrstuvwxyzäöüß~';

const space = 0;
const otherLetter = languageSymbols.length - 1;
const letter = /\p{L}/u;
const symbolByCode = new Map<number, number>();

/** The symbol of each character of a text as an index, runs of what is no letter as one, with one at either end. */
export function symbolsOf(text: string): readonly number[] {
  const symbols = [space];
  for (const character of text.toLowerCase()) {
    const symbol = symbolOf(character);
    if (symbol !== space || symbols[symbols.length - 1] !== space) symbols.push(symbol);
  }
  if (symbols[symbols.length - 1] !== space) symbols.push(space);
  return symbols;
}

function symbolOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 97 && code <= 122) return code - 96;
  const known = symbolByCode.get(code);
  if (known !== undefined) return known;
  const index = languageSymbols.indexOf(character);
  const symbol = index > 0 && character !== '~' ? index : letter.test(character) ? otherLetter : space;
  symbolByCode.set(code, symbol);
  return symbol;
}
