import type { StyleRun, TextStyle } from '../mail/Mail.js';

/** The first run of the style that most of a block's text has; undefined where there is no text. */
export function prevailingRun(runs: readonly StyleRun[]): StyleRun | undefined {
  const lengths = new Map<TextStyle, number>();
  for (const { style, start, end } of runs) lengths.set(style, (lengths.get(style) ?? 0) + end - start);
  let prevailing = runs[0];
  for (const run of runs) {
    if (prevailing && (lengths.get(run.style) ?? 0) > (lengths.get(prevailing.style) ?? 0)) prevailing = run;
  }
  return prevailing;
}
