import type { MailFormat } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';

/** The place of a mail's front matter. */
export interface FrontMatter {
  /** The YAML between the two lines of hyphens. */
  readonly yaml: SourceRange;
  /** All of it, with the lines of hyphens and the comment that may be around. */
  readonly whole: SourceRange;
}

const fence = '---';

/**
 * Finds the YAML at the top of a mail: between two lines of hyphens, in MJML and HTML also inside a leading comment.
 *
 * @returns undefined where there is none, or where it has no end.
 */
export function findFrontMatter(source: string, format: MailFormat): FrontMatter | undefined {
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  return fencedFrontMatter(source, start) ?? (isMarkup(format) ? commentFrontMatter(source, start) : undefined);
}

export function isMarkup(format: MailFormat): format is 'mjml' | 'html' {
  return format === 'mjml' || format === 'html';
}

function fencedFrontMatter(source: string, start: number): FrontMatter | undefined {
  if (!isFence(source, start, lineEnd(source, start))) return undefined;
  const yamlStart = lineEnd(source, start) + 1;
  for (let line = yamlStart; line < source.length; line = lineEnd(source, line) + 1) {
    const end = lineEnd(source, line);
    if (!isFence(source, line, end)) continue;
    return { yaml: { start: yamlStart, end: line }, whole: { start, end: Math.min(end + 1, source.length) } };
  }
  return undefined;
}

function commentFrontMatter(source: string, start: number): FrontMatter | undefined {
  const open = skipPrologue(source, start);
  if (!source.startsWith('<!--', open)) return undefined;
  const close = source.indexOf('-->', open + 4);
  if (close < 0) return undefined;
  const first = skipWhiteSpace(source, open + 4);
  if (!isFence(source, first, lineEnd(source, first))) return undefined;
  const yamlStart = lineEnd(source, first) + 1;
  const last = source.lastIndexOf(fence, close - 1);
  if (last < yamlStart) return undefined;
  return { yaml: { start: yamlStart, end: last }, whole: { start: open, end: close + 3 } };
}

/** Skips what may stand before the comment: an XML declaration and a doctype. */
function skipPrologue(source: string, start: number): number {
  let offset = skipWhiteSpace(source, start);
  while (source.startsWith('<?xml', offset) || /^<!doctype/i.test(source.slice(offset, offset + 9))) {
    const end = source.indexOf('>', offset);
    if (end < 0) return offset;
    offset = skipWhiteSpace(source, end + 1);
  }
  return offset;
}

function skipWhiteSpace(source: string, start: number): number {
  let offset = start;
  while (offset < source.length && source.charCodeAt(offset) <= 0x20) offset++;
  return offset;
}

function isFence(source: string, start: number, end: number): boolean {
  return source.startsWith(fence, start) && source.slice(start + fence.length, end).trim() === '';
}

/** Where the line ends that holds an offset: its line feed, or the source's end. */
export function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end;
}
