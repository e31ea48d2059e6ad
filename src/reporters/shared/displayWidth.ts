/** East Asian characters that take two columns (Unicode Standard Annex 11, classes W and F), as pairs of code points. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

const emoji = /\p{Emoji_Presentation}|\ufe0f/u;
const withoutWidth = /^[\p{Mn}\p{Me}\p{Cf}]/u;

/**
 * How many columns of a terminal one grapheme cluster takes.
 *
 * @example displayWidth('é') // 1
 * @example displayWidth('👩‍👧') // 2
 */
export function displayWidth(grapheme: string): 0 | 1 | 2 {
  if (emoji.test(grapheme)) return 2;
  if (withoutWidth.test(grapheme)) return 0;
  const code = grapheme.codePointAt(0) ?? 0;
  return wideRanges.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
