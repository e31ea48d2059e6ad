interface Grapheme {
  readonly segment: string;
  /** Offset into the text, in UTF-16 code units. */
  readonly index: number;
}

/** Made only when it is needed: setting it up takes longer than a whole report. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The characters of a text as a reader counts them.
 *
 * @example [...graphemesOf('e\u0301!')].map(({ segment }) => segment) // ['é', '!']
 */
export function graphemesOf(text: string): Iterable<Grapheme> {
  if (isPlain(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Whether every code unit is a character of its own. */
function isPlain(text: string): boolean {
  return /^[\t\x20-\x7e]*$/u.test(text);
}
