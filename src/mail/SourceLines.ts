import type { SourceRange } from './SourceRange.js';

/** A place in a file as people and editors count it: both numbers 1-based, the column in UTF-16 code units. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * A source text cut into lines, as VS Code cuts it: after LF, CRLF and a lone CR.
 *
 * @example new SourceLines('a\r\nb').positionAt(3) // { line: 2, column: 1 }
 */
export class SourceLines {
  readonly #source: string;
  readonly #starts: readonly number[];

  constructor(source: string) {
    this.#source = source;
    this.#starts = lineStarts(source);
  }

  /** How many lines there are; a text that ends in a line break has an empty last line. */
  get count(): number {
    return this.#starts.length;
  }

  /** Where an offset (UTF-16 code units from the start) stands. An offset outside of the text is moved to its edge. */
  positionAt(offset: number): SourcePosition {
    const inside = Math.min(Math.max(offset, 0), this.#source.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offsets of a line (1-based) without its line break, end exclusive; an empty range when there is no such line. */
  rangeOfLine(line: number): SourceRange {
    const start = this.#starts[line - 1];
    if (start === undefined) return { start: this.#source.length, end: this.#source.length };
    let end = this.#starts[line] ?? this.#source.length;
    while (end > start && isLineBreak(this.#source.charCodeAt(end - 1))) end -= 1;
    return { start, end };
  }

  /** The text between two offsets. */
  slice(start: number, end: number): string {
    return this.#source.slice(start, end);
  }
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < source.length; offset += 1) {
    const unit = source.charCodeAt(offset);
    const endsLine = unit === lineFeed || (unit === carriageReturn && source.charCodeAt(offset + 1) !== lineFeed);
    if (endsLine) starts.push(offset + 1);
  }
  return starts;
}

function isLineBreak(unit: number): boolean {
  return unit === lineFeed || unit === carriageReturn;
}
