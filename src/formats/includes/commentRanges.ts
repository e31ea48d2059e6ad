import type { SourceRange } from '../../mail/SourceRange.js';

/** The comments of a page, but for those that Outlook reads (`<!--[if mso]>`), in order. */
export function commentRanges(text: string): readonly SourceRange[] {
  const ranges: SourceRange[] = [];
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const close = text.indexOf('-->', start + 4);
    const end = close < 0 ? text.length : close + 3;
    if (!text.startsWith('<!--[if', start)) ranges.push({ start, end });
    start = text.indexOf('<!--', end);
  }
  return ranges;
}
