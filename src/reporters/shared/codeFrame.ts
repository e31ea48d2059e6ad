import type { SourceLines } from '../../mail/SourceLines.js';
import type { SourceRange } from '../../mail/SourceRange.js';
import { displayWidth } from './displayWidth.js';
import { graphemesOf } from './graphemes.js';
import { printable } from './printable.js';

/** One line of a code frame, or a place where lines are left out. */
export type FrameLine = { readonly number: number; readonly text: string; readonly marks: string } | 'gap';

/** Columns of the terminal that a line of source may take. */
const maximumWidth = 100;
/** UTF-16 code units kept before the passage when a line is cut: even as tabs they leave room for the passage. */
const lead = 20;
const tabWidth = 4;
/** A passage over more lines than this is shown by its first two and its last one. */
const maximumLines = 4;
/** No grapheme cluster of ordinary text is longer; bounds the work for a line of any length. */
const unitsPerColumn = 12;

/**
 * Shows a passage in its source: the lines it stands on, safe to print, each with a line of `^` that lines up under
 * the passage in a terminal, whatever tabs, wide characters or emoji stand before it. Long lines are cut around it.
 *
 * @param range Offsets into the source, in UTF-16 code units, end exclusive. An empty range is marked by one `^`.
 * @example codeFrame(new SourceLines('Act now!'), { start: 4, end: 7 })
 *   // [{ number: 1, text: 'Act now!', marks: '    ^^^' }]
 */
export function codeFrame(lines: SourceLines, range: SourceRange): readonly FrameLine[] {
  const first = lines.positionAt(range.start).line;
  const last = lines.positionAt(Math.max(range.start, range.end - 1)).line;
  const shown = shownLines(first, last);
  return shown.map((number) => (number === 'gap' ? number : frameLine(lines, number, range)));
}

function shownLines(first: number, last: number): readonly (number | 'gap')[] {
  if (last - first + 1 > maximumLines) return [first, first + 1, 'gap', last];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function frameLine(lines: SourceLines, number: number, passage: SourceRange): FrameLine {
  const line = lines.rangeOfLine(number);
  const marked = markedPart(lines, line, passage);
  const start = windowStart(lines, line, marked);
  const end = Math.min(line.end, start + maximumWidth * unitsPerColumn);
  const { text, marks } = drawn(lines.slice(start, end), { start: marked.start - start, end: marked.end - start });
  const isCut = start > line.start;
  return { number, text: isCut ? `…${text}` : text, marks: isCut ? ` ${marks}` : marks };
}

/** The part of a line that belongs to the passage, without the indentation of lines that it only continues on. */
function markedPart(lines: SourceLines, line: SourceRange, passage: SourceRange): SourceRange {
  const end = Math.min(line.end, passage.end);
  if (passage.start >= line.start) return { start: Math.min(passage.start, line.end), end };
  const continued = lines.slice(line.start, end);
  return { start: line.start + continued.length - continued.trimStart().length, end };
}

function windowStart(lines: SourceLines, line: SourceRange, marked: SourceRange): number {
  if (marked.start - line.start <= lead || fits(lines.slice(line.start, line.end))) return line.start;
  const start = marked.start - lead;
  return isLowSurrogate(lines.slice(start, start + 1)) ? start - 1 : start;
}

function fits(text: string): boolean {
  if (text.length > maximumWidth) return false;
  let width = 0;
  for (const { segment } of graphemesOf(text)) width += cellOf(segment, width).width;
  return width <= maximumWidth;
}

function isLowSurrogate(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return code >= 0xdc00 && code <= 0xdfff;
}

function drawn(text: string, marked: SourceRange): { readonly text: string; readonly marks: string } {
  let drawnText = '';
  let marks = '';
  let width = 0;
  for (const { segment, index } of graphemesOf(text)) {
    const cell = cellOf(segment, width);
    if (width + cell.width > maximumWidth) {
      drawnText += '…';
      break;
    }
    const isMarked = index < marked.end && index + segment.length > marked.start;
    const isPoint = marked.start >= marked.end && index === marked.start;
    drawnText += cell.text;
    marks += isMarked ? '^'.repeat(cell.width) : isPoint ? '^'.padEnd(cell.width) : ' '.repeat(cell.width);
    width += cell.width;
  }
  return { text: drawnText, marks: marks.includes('^') ? marks.trimEnd() : `${marks}^` };
}

function cellOf(grapheme: string, column: number): { readonly text: string; readonly width: number } {
  if (grapheme === '\t') {
    const width = tabWidth - (column % tabWidth);
    return { text: ' '.repeat(width), width };
  }
  const text = printable(grapheme);
  if (text !== grapheme) return { text, width: [...text].reduce((sum, character) => sum + displayWidth(character), 0) };
  const width = displayWidth(grapheme);
  // Terminals disagree on soft hyphens and zero-width spaces; left out, the marks below line up in all of them.
  return width === 0 ? { text: '', width } : { text, width };
}
