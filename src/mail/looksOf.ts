import type { Block, StyleRun } from './Mail.js';

/**
 * How a stretch of a block's text looks, piece by piece; offsets into the text.
 *
 * @example looksOf(block, link.start, link.end)[0]?.style.fontSize
 */
export function looksOf(block: Block, start: number, end: number): readonly StyleRun[] {
  const runs = block.styleRuns;
  if (runs === undefined) {
    return [{ start, end, style: block.style, ...(block.styleOrigin && { origin: block.styleOrigin }) }];
  }
  const found: StyleRun[] = [];
  for (let index = firstBehind(runs, start); index < runs.length; index++) {
    const run = runs[index];
    if (run === undefined || run.start >= end) break;
    found.push(run);
  }
  return found;
}

/** The index of the first run that ends behind an offset. */
function firstBehind(runs: readonly StyleRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
