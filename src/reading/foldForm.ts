/** Letters of other alphabets that look like Latin ones; a capital stands here where its small letter looks different. */
const lookAlikes = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    һ: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    ӏ: 'l',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    г: 'r',
    ѕ: 's',
    т: 't',
    у: 'y',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    μ: 'u',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ω: 'w',
    γ: 'y',
    Η: 'h',
    Μ: 'm',
    Ν: 'n',
    Υ: 'y',
    Ζ: 'z',
    ζ: 'z',
  }),
);

/** Latin letters that no decomposition takes apart, and the German ones, whose two spellings must meet. */
const spelledOut = new Map(
  Object.entries({
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    ħ: 'h',
    ŋ: 'n',
  }),
);

const plain = /^[ -_a-~]*$/;
const invisibles = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
const combining = /[\u0300-\u036f]+/gu;
const apostrophes = /[’‘‛ʼʻ`´′]/gu;
const hyphens = /[‐‑﹣－−]/gu;
const foreignLetter = /[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]/u;
const foreignLetters = /[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]/gu;
const latinLetter = /\p{Script=Latin}/u;
const negativeLetters = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu;

/**
 * The form under which a word is looked up: all spellings, cases and disguises of it in one. Lower case whatever the
 * locale, umlauts and ß spelled out, other diacritics and invisible characters dropped, typographic apostrophes and
 * hyphens made plain, styled letters (mathematical, full width, circled) and foreign look-alikes in a Latin word made
 * Latin. Folding twice changes nothing.
 *
 * @example foldForm('Läuft') // 'laeuft'
 */
export function foldForm(word: string): string {
  if (plain.test(word)) return word.toLowerCase();
  const composed = word.replace(invisibles, '').replace(negativeLetters, plainLetter).normalize('NFKC');
  const isMixed = latinLetter.test(composed) && foreignLetter.test(composed);
  const lower = lowerCase(isMixed ? replaceLookAlikes(composed) : composed);
  const latin = isMixed ? replaceLookAlikes(lower) : lower;
  const bare = replaceEach(latin, spelledOut).normalize('NFD').replace(combining, '').normalize('NFC');
  return replaceEach(bare, spelledOut).replace(apostrophes, "'").replace(hyphens, '-');
}

/** Lower-casing can undo a normal form (İ becomes two characters), hence the second one. */
function lowerCase(word: string): string {
  return word.toLowerCase().normalize('NFKC').replaceAll('ς', 'σ');
}

/** An accent on a look-alike hides it no better. */
function replaceLookAlikes(word: string): string {
  const decomposed = word.replace(foreignLetters, (letter) => letter.normalize('NFD').replace(combining, ''));
  return replaceEach(decomposed, lookAlikes);
}

function replaceEach(word: string, table: ReadonlyMap<string, string>): string {
  let replaced = '';
  for (const character of word) replaced += table.get(character) ?? character;
  return replaced;
}

function plainLetter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return String.fromCharCode(97 + code - (code >= 0x1f170 ? 0x1f170 : 0x1f150));
}
