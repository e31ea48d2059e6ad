import { firstIndex } from './firstIndex.js';
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
  for (let index = firstIndex(runs.length, (at) => (runs[at]?.end ?? 0) > start); index < runs.length; index++) {
    const run = runs[index];
    if (run === undefined || run.start >= end) break;
    found.push(run);
  }
  return found;
}
