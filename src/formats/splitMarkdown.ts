import type { SourceRange } from '../mail/SourceRange.js';
import { lineEnd } from './frontMatter.js';

/** From this length on a file is cut where a block surely ends. */
const comfortableLength = 2_000;
/** From this length on it is cut at the end of any line: better a paragraph in two than a parser that takes minutes. */
const greatestLength = 8_000;
/** Longer lines are not parsed. They are embedded images, or made to hang us. */
const greatestLineLength = 10_000;
const greatestNumberOfDefinitions = 200;
/** How much of a line is looked at to find out what it is. */
const headLength = 200;

export interface MarkdownChunk extends SourceRange {
  /** Whether it is one line, too long to be parsed. */
  readonly isLongLine: boolean;
}

export interface MarkdownChunks {
  readonly chunks: readonly MarkdownChunk[];
  /** The labels whose targets stand apart, perhaps in another chunk than the links; none where there is one chunk. */
  readonly labels: readonly string[];
}

/** Cuts Markdown into chunks that can be parsed one by one. */
export function splitMarkdown(masked: string, start: number): MarkdownChunks {
  const chunks: MarkdownChunk[] = [];
  const labels: string[] = [];
  let chunkStart = start;
  let isAfterBlank = true;
  let openEnd: string | undefined;
  const cut = (end: number, isLongLine: boolean) => {
    if (end > chunkStart) chunks.push({ start: chunkStart, end, isLongLine });
    chunkStart = end;
    openEnd = undefined;
  };
  for (let line = start; line < masked.length; ) {
    const end = Math.min(lineEnd(masked, line) + 1, masked.length);
    const text = masked.slice(line, Math.min(end, line + headLength)).trimEnd();
    const isLong = end - line > greatestLineLength;
    const isSafe = openEnd === undefined && isAfterBlank && beginsBlock(text);
    const length = line - chunkStart;
    if (isLong || length >= greatestLength || (length >= comfortableLength && isSafe)) cut(line, false);
    const label = definedLabel(text);
    if (label !== undefined && labels.length < greatestNumberOfDefinitions) labels.push(label);
    openEnd = endAfter(masked, text, line, end, openEnd);
    if (isLong && label === undefined) cut(end, true);
    // A long line that defines a target is an embedded image, of which nothing can be read.
    else if (isLong) chunkStart = end;
    isAfterBlank = text === '';
    line = end;
  }
  cut(masked.length, false);
  const isWhole = chunks.length === 1 && chunks[0]?.end === masked.length && chunks[0].start === start;
  return { chunks, labels: isWhole ? [] : labels };
}

/** Whether a line that follows a blank one can't belong to the list or code before it. */
function beginsBlock(line: string): boolean {
  return /^\S/.test(line) && !/^(?:[-+*]|\d{1,9}[.)])(?:\s|$)/.test(line);
}

function definedLabel(line: string): string | undefined {
  return /^ {0,3}\[([^\]^]{1,80})\]:/.exec(line)?.[1];
}

const rawHtml: readonly (readonly [open: string, end: string])[] = [
  ['<!--', '-->'],
  ['<style', '</style'],
  ['<script', '</script'],
];

/** What ends the code block or comment that is open behind a line; undefined outside of one. */
function endAfter(
  masked: string,
  text: string,
  start: number,
  end: number,
  open: string | undefined,
): string | undefined {
  const fence = /^[\s>]{0,20}(`{3,20}|~{3,20})/.exec(text)?.[1];
  if (open === undefined) {
    const html = rawHtml.find(([tag]) => text.trimStart().startsWith(tag));
    if (html === undefined) return fence;
    return masked.slice(start, end).includes(html[1]) ? undefined : html[1];
  }
  const isFence = open.startsWith('`') || open.startsWith('~');
  const isClosed = isFence ? fence?.startsWith(open) === true : masked.slice(start, end).includes(open);
  return isClosed ? undefined : open;
}
