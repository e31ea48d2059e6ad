import { decodeCharset } from './decodeCharset.js';
import { EncodedUnits } from './EncodedUnits.js';

/** A header such as `text/html; charset=utf-8`. */
export interface ParameterizedValue {
  /** What stands before the first semicolon, in lower case, without comments. */
  readonly value: string;
  /** By name in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** No header with parameters that mean anything is longer. */
const maxLength = 16_384;

/**
 * Reads a header with parameters, quoted and not, with comments, and continued or encoded as RFC 2231 has it.
 *
 * @example readParameters("text/plain; charset*=us-ascii'en'utf-8").parameters.get('charset') // 'utf-8'
 */
export function readParameters(header: string): ParameterizedValue {
  const [first = '', ...rest] = splitSegments(header.slice(0, maxLength));
  const found = new Map<string, string>();
  for (const segment of rest) {
    const equals = segment.indexOf('=');
    if (equals < 0) continue;
    const name = segment.slice(0, equals).trim().toLowerCase();
    if (!found.has(name)) found.set(name, segment.slice(equals + 1).trim());
  }
  return { value: first.trim().toLowerCase(), parameters: joinContinued(found) };
}

/** The segments between semicolons, without quotes, backslashes and comments. */
function splitSegments(header: string): readonly string[] {
  const segments: string[] = [];
  let segment = '';
  let isQuoted = false;
  let comments = 0;
  for (let offset = 0; offset < header.length; offset++) {
    const character = header.charAt(offset);
    if (character === '\\' && (isQuoted || comments > 0)) {
      offset++;
      if (comments === 0) segment += header.charAt(offset);
    } else if (character === '"' && comments === 0) isQuoted = !isQuoted;
    else if (isQuoted) segment += character === '\r' || character === '\n' ? '' : character;
    else if (character === '(') comments++;
    else if (character === ')' && comments > 0) comments--;
    else if (comments > 0) continue;
    else if (character === ';') {
      segments.push(segment);
      segment = '';
    } else segment += character;
  }
  segments.push(segment);
  return segments;
}

/** Puts `name*0`, `name*1*` and their kin together under their name. */
function joinContinued(found: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of found) {
    const star = name.indexOf('*');
    const base = star < 0 ? name : name.slice(0, star);
    if (parameters.has(base) && star >= 0) continue;
    parameters.set(base, star < 0 ? value : joinedValue(base, found));
  }
  return parameters;
}

function joinedValue(name: string, found: ReadonlyMap<string, string>): string {
  const whole = found.get(`${name}*`);
  if (whole !== undefined) return decodeExtended([{ text: whole, isEncoded: true }]);
  const pieces: { text: string; isEncoded: boolean }[] = [];
  for (let number = 0; ; number++) {
    const encoded = found.get(`${name}*${number}*`);
    const text = encoded ?? found.get(`${name}*${number}`);
    if (text === undefined) break;
    pieces.push({ text, isEncoded: encoded !== undefined });
  }
  return decodeExtended(pieces);
}

function decodeExtended(pieces: readonly { readonly text: string; readonly isEncoded: boolean }[]): string {
  if (!pieces.some(({ isEncoded }) => isEncoded)) return pieces.map(({ text }) => text).join('');
  const [first, ...rest] = pieces;
  const marks = first?.isEncoded === true ? first.text.split("'") : [];
  const charset = marks.length >= 3 ? (marks[0] ?? '') : '';
  const opening = marks.length >= 3 ? marks.slice(2).join("'") : (first?.text ?? '');
  const units = new EncodedUnits();
  for (const { text, isEncoded } of [{ text: opening, isEncoded: first?.isEncoded === true }, ...rest]) {
    pushPercentDecoded(units, text, isEncoded);
  }
  return decodeCharset(units, charset).text.value;
}

function pushPercentDecoded(units: EncodedUnits, text: string, isEncoded: boolean): void {
  for (let offset = 0; offset < text.length; offset++) {
    const digits = isEncoded && text[offset] === '%' ? text.slice(offset + 1, offset + 3) : '';
    if (/^[0-9a-f]{2}$/i.test(digits)) {
      units.push(Number.parseInt(digits, 16), offset, offset + 3);
      offset += 2;
    } else units.push(text.charCodeAt(offset), offset, offset + 1);
  }
}
