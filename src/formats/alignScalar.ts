import { isWhiteSpace } from './characters.js';

/** A piece of a YAML scalar: a stretch of source that stands for itself, or text that was written in another way. */
export interface ScalarPiece {
  readonly start: number;
  readonly end: number;
  /** Missing where the source stands for itself. */
  readonly text?: string;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

const hexadecimalLengths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/**
 * Says which piece of the source each part of a scalar's value was made from.
 *
 * @param source the file; the scalar's text stands from `start` to `end`, without its quotes.
 * @param quote the scalar's quote, empty for plain and block scalars.
 * @returns undefined where source and value can't be brought together.
 * @example alignScalar("it''s", 0, 5, "'", "it's")
 */
export function alignScalar(
  source: string,
  start: number,
  end: number,
  quote: string,
  value: string,
): readonly ScalarPiece[] | undefined {
  const pieces: ScalarPiece[] = [];
  let offset = start;
  let position = 0;
  while (position < value.length) {
    const piece = nextPiece(source, offset, end, quote, value, position);
    if (piece === undefined) return undefined;
    pieces.push({ start: offset, end: piece.end, ...(piece.text !== undefined && { text: piece.text }) });
    offset = piece.end;
    position = piece.position;
  }
  return pieces;
}

function nextPiece(
  source: string,
  offset: number,
  end: number,
  quote: string,
  value: string,
  position: number,
): { readonly end: number; readonly position: number; readonly text?: string } | undefined {
  const escaped = quote === '"' && source[offset] === '\\' ? readEscape(source, offset) : undefined;
  if (escaped !== undefined) {
    if (!value.startsWith(escaped.text, position)) return undefined;
    return { end: escaped.end, position: position + escaped.text.length, text: escaped.text };
  }
  if (quote === "'" && source.startsWith("''", offset)) {
    return value[position] === "'" ? { end: offset + 2, position: position + 1, text: "'" } : undefined;
  }
  const space = endOfWhiteSpace(source, offset, end);
  const valueSpace = endOfWhiteSpace(value, position, value.length);
  if (space > offset && valueSpace > position) return { end: space, position: valueSpace, text: ' ' };
  if (offset >= end) return undefined;
  let length = 0;
  while (offset + length < end && isSame(source, offset + length, value, position + length, quote)) length++;
  return length === 0 ? undefined : { end: offset + length, position: position + length };
}

function isSame(source: string, offset: number, value: string, position: number, quote: string): boolean {
  const unit = source[offset];
  if (unit === undefined || unit !== value[position] || isWhiteSpace(unit.charCodeAt(0))) return false;
  return !(quote === '"' && unit === '\\') && !(quote === "'" && unit === "'");
}

function endOfWhiteSpace(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && isWhiteSpace(text.charCodeAt(offset))) offset++;
  return offset;
}

function readEscape(source: string, offset: number): { readonly text: string; readonly end: number } {
  const name = source.charAt(offset + 1);
  const length = hexadecimalLengths.get(name);
  if (length !== undefined) {
    const end = offset + 2 + length;
    const codePoint = Number.parseInt(source.slice(offset + 2, end), 16);
    return { text: codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '', end };
  }
  // An escaped line break joins two lines without a space.
  if (name === '\n' || name === '\r') {
    return { text: '', end: endOfWhiteSpace(source, offset + 1, source.length) };
  }
  return { text: escapes.get(name) ?? name, end: offset + 2 };
}
