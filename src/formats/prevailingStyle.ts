import type { StyleRun, TextStyle } from '../mail/Mail.js';

/** The style that most of a block's text has; of none the empty one, of which nothing is known. */
export function prevailingStyle(runs: readonly StyleRun[]): TextStyle {
  const first = runs[0];
  if (first === undefined || runs.length === 1) return first?.style ?? {};
  const lengths = new Map<TextStyle, number>();
  for (const { style, start, end } of runs) lengths.set(style, (lengths.get(style) ?? 0) + end - start);
  let prevailing = first.style;
  for (const [style, length] of lengths) if (length > (lengths.get(prevailing) ?? 0)) prevailing = style;
  return prevailing;
}
