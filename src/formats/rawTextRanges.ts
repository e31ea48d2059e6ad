import type { SourceRange } from '../mail/SourceRange.js';

const rawTextElements = ['style', 'script', 'mj-style'];

/**
 * The contents of the elements whose text is code: braces in there are style sheets and scripts, not template tags. An
 * element that is never closed is none.
 */
export function rawTextRanges(source: string): readonly SourceRange[] {
  const ranges: SourceRange[] = [];
  const unclosed = new Set<string>();
  let offset = source.indexOf('<');
  while (offset >= 0) {
    const name = rawTextElementAt(source, offset + 1);
    const end = name === undefined || unclosed.has(name) ? undefined : closingTag(source, offset, name);
    if (name !== undefined && end === undefined) unclosed.add(name);
    if (end !== undefined) ranges.push({ start: offset, end });
    offset = source.indexOf('<', end ?? offset + 1);
  }
  return ranges;
}

function rawTextElementAt(source: string, start: number): string | undefined {
  return rawTextElements.find(
    (name) =>
      source.slice(start, start + name.length).toLowerCase() === name &&
      /^[\s>/]/.test(source.slice(start + name.length, start + name.length + 1)),
  );
}

function closingTag(source: string, from: number, name: string): number | undefined {
  for (let offset = source.indexOf('</', from); offset >= 0; offset = source.indexOf('</', offset + 2)) {
    if (source.slice(offset + 2, offset + 2 + name.length).toLowerCase() === name) return offset;
  }
  return undefined;
}
