import type { Block, StyleRun } from './Mail.js';

/**
 * How a stretch of a block's text looks, piece by piece; offsets into the text.
 *
 * @example looksOf(block, link.start, link.end)[0]?.style.fontSize
 */
export function looksOf(block: Block, start: number, end: number): readonly StyleRun[] {
  if (block.styleRuns !== undefined) return block.styleRuns.filter((run) => run.start < end && start < run.end);
  return [{ start, end, style: block.style, ...(block.styleOrigin && { origin: block.styleOrigin }) }];
}
