import type { SourceRange } from './SourceRange.js';

/**
 * Text as a reader sees it, with the way back to the source: for every UTF-16 code unit of `value` the source range
 * that it was made from. `&uuml;` is one code unit whose range spans six; a folded run of white space is one code
 * unit whose range spans the run.
 */
export interface MappedText {
  readonly value: string;
  /** Source offset at which the characters behind each code unit of `value` begin. */
  readonly starts: ArrayLike<number>;
  /** Source offset at which they end, exclusive. */
  readonly ends: ArrayLike<number>;
}

export const emptyText: MappedText = { value: '', starts: [], ends: [] };

/**
 * The source range behind the code units `start` to `end` (exclusive) of a text.
 *
 * @throws RangeError when the stretch is empty or reaches outside the text.
 * @example sourceRangeOf(text, 0, text.value.length) // the whole text
 */
export function sourceRangeOf(text: MappedText, start: number, end: number): SourceRange {
  const first = text.starts[start];
  const last = text.ends[end - 1];
  if (start >= end || first === undefined || last === undefined) {
    throw new RangeError(`No source behind ${start} to ${end} of a text of ${text.value.length} code units`);
  }
  return { start: first, end: last };
}
