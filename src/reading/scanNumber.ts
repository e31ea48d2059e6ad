import { characterAt, kindAt } from './characterAt.js';

export interface ScannedNumber {
  readonly kind: 'number' | 'ordinal' | 'clock' | 'numeric-date';
  readonly end: number;
  readonly mayBeClock: boolean;
}

const groupSpaces = '\u00a0\u202f\u2009';
const dashes = '-–—/';

/**
 * Reads the number, clock time or date written in digits that begins at `start`.
 *
 * @param ordinalDot whether a full stop makes an ordinal of a number inside a sentence, and closes a date (`25.5.`).
 * @example scanNumber('25.5.2018', 0, 9, true) // { kind: 'numeric-date', end: 9, mayBeClock: false }
 */
export function scanNumber(text: string, start: number, end: number, ordinalDot: boolean): ScannedNumber {
  return (
    scanSeparated(text, start, end) ??
    scanClock(text, start, end) ??
    scanDotted(text, start, end, ordinalDot) ??
    scanAmount(text, start, end)
  );
}

/** `2018-05-25`, `5/25/2018`. */
function scanSeparated(text: string, start: number, end: number): ScannedNumber | undefined {
  const first = endOfDigits(text, start, end);
  const separator = text.charAt(first);
  if (separator !== '-' && separator !== '/') return undefined;
  const pieces = piecesOf(text, start, end, separator);
  const [year, month, day] = separator === '-' ? pieces.values : [pieces.values[2], pieces.values[0], pieces.values[1]];
  if (pieces.values.length !== 3 || !isYear(year) || !isDayAndMonth(day, month)) return undefined;
  return { kind: 'numeric-date', end: pieces.end, mayBeClock: false };
}

/** `23:59`, `08:15:30`. */
function scanClock(text: string, start: number, end: number): ScannedNumber | undefined {
  if (text.charAt(endOfDigits(text, start, end)) !== ':') return undefined;
  const pieces = piecesOf(text, start, end, ':');
  const [hour, minute, second] = pieces.values;
  if (pieces.values.length > 3 || !isHourAndMinute(hour, minute) || (second !== undefined && second.length !== 2))
    return undefined;
  return { kind: 'clock', end: pieces.end, mayBeClock: true };
}

/** `25.5.2018`, `25.5.`, `25.`, `23.59`. */
function scanDotted(text: string, start: number, end: number, ordinalDot: boolean): ScannedNumber | undefined {
  const { values, end: lastDigit } = piecesOf(text, start, end, '.');
  const [first, second, third] = values;
  if (values.length === 3 && isYear(third) && isDayAndMonth(first, second)) {
    return { kind: 'numeric-date', end: lastDigit, mayBeClock: false };
  }
  if (values.length === 1 && ordinalDot && isOrdinalDot(text, start, lastDigit, end)) {
    return { kind: 'ordinal', end: lastDigit + 1, mayBeClock: false };
  }
  if (values.length !== 2 || text.charAt(lastDigit) === ',') return undefined;
  if (ordinalDot && lastDigit < end && text.charAt(lastDigit) === '.' && isDayAndMonth(first, second)) {
    return { kind: 'numeric-date', end: lastDigit + 1, mayBeClock: false };
  }
  return isHourAndMinute(first, second) ? { kind: 'number', end: lastDigit, mayBeClock: true } : undefined;
}

/** At the end of the stretch a full stop ends the sentence; a year or an amount is never an ordinal. */
function isOrdinalDot(text: string, start: number, dot: number, end: number): boolean {
  if (dot >= end || text.charAt(dot) !== '.' || dot - start > 3) return false;
  if (dashes.includes(text.charAt(dot + 1))) return dot + 1 < end;
  let position = dot + 1;
  while (position < end && kindAt(text, position) === 'space') position++;
  return position > dot + 1 && position < end;
}

/** `1.200,50`, `1,200.50`, `1'200`, `1 200` with a space that does not break. */
function scanAmount(text: string, start: number, end: number): ScannedNumber {
  let position = endOfDigits(text, start, end);
  while (position < end && continuesAmount(text, position, end)) position = endOfDigits(text, position + 1, end);
  return { kind: 'number', end: position, mayBeClock: false };
}

function continuesAmount(text: string, position: number, end: number): boolean {
  const character = text.charAt(position);
  const digits = endOfDigits(text, position + 1, end) - position - 1;
  if (character === '.' || character === ',') return digits > 0;
  return (
    (character === "'" || character === '’' || (character !== '' && groupSpaces.includes(character))) && digits === 3
  );
}

interface Pieces {
  readonly values: readonly string[];
  readonly end: number;
}

/** At most four pieces: no date has more, and whoever calls for each number must not read a long chain each time. */
function piecesOf(text: string, start: number, end: number, separator: string): Pieces {
  const values: string[] = [];
  let position = start;
  for (;;) {
    const digitsEnd = endOfDigits(text, position, end);
    values.push(text.slice(position, digitsEnd));
    const goesOn =
      values.length < 4 &&
      text.charAt(digitsEnd) === separator &&
      endOfDigits(text, digitsEnd + 1, end) > digitsEnd + 1;
    if (!goesOn) return { values, end: digitsEnd };
    position = digitsEnd + 1;
  }
}

function endOfDigits(text: string, start: number, end: number): number {
  let position = start;
  while (position < end) {
    const { kind, width } = characterAt(text, position);
    if (kind !== 'digit') break;
    position += width;
  }
  return Math.min(position, end);
}

function isYear(piece: string | undefined): boolean {
  return piece?.length === 4 || piece?.length === 2;
}

/** Either order, because some write the month first. */
function isDayAndMonth(day: string | undefined, month: string | undefined): boolean {
  if (!day || !month || day.length > 2 || month.length > 2) return false;
  const [low, high] = [Math.min(Number(day), Number(month)), Math.max(Number(day), Number(month))];
  return low >= 1 && low <= 12 && high <= 31;
}

function isHourAndMinute(hour: string | undefined, minute: string | undefined): boolean {
  return hour !== undefined && hour.length <= 2 && minute?.length === 2 && Number(hour) <= 24 && Number(minute) <= 59;
}
