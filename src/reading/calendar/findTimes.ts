import type { Token } from '../Token.js';
import type { CalendarWords } from './CalendarWords.js';
import type { NamedDate, TimeExpression, TimeMeaning } from './TimeExpression.js';

/** Behind so many tokens no expression goes on. */
const longestPhrase = 5;

interface Reading {
  readonly meaning: TimeMeaning;
  /** How many tokens it takes. */
  readonly length: number;
}

/**
 * Finds the dates, weekdays, relative days and spans of time that a sentence names, from left to right and without
 * overlap.
 *
 * @example findTimes(tokensOf('by Friday, 30 June'), words) // the weekday, then the date
 */
export function findTimes(tokens: readonly Token[], words: CalendarWords): readonly TimeExpression[] {
  const found: TimeExpression[] = [];
  let index = 0;
  while (index < tokens.length) {
    const reading = timeAt(tokens, index, words);
    if (reading) found.push({ ...reading.meaning, start: index, end: index + reading.length });
    index += reading?.length ?? 1;
  }
  return found;
}

function timeAt(tokens: readonly Token[], index: number, words: CalendarWords): Reading | undefined {
  return (
    numericDateAt(tokens, index) ??
    dateAt(tokens, index, words) ??
    phraseAt(tokens, index, words) ??
    spanAt(tokens, index, words) ??
    weekdayAt(tokens, index, words) ??
    bareDayAt(tokens, index) ??
    monthAt(tokens, index, words)
  );
}

/** `2026-06-30`, `30.6.2026`, `30.6.`, `6/30/2026`; with slashes the later of two possible dates is taken. */
function numericDateAt(tokens: readonly Token[], index: number): Reading | undefined {
  const token = tokens[index];
  if (token?.kind !== 'numeric-date') return undefined;
  const pieces = token.form.split(/\D+/u).filter((piece) => piece !== '');
  const [first = 0, second = 0, third] = pieces.map(Number);
  if (pieces[0]?.length === 4) return reading({ kind: 'date', year: first, month: second, day: third ?? 1 }, 1);
  const year = third === undefined ? {} : { year: fullYear(third) };
  const [day, month] = dayAndMonth(first, second, token.form.includes('/'));
  return reading({ kind: 'date', ...year, month, day }, 1);
}

function dayAndMonth(first: number, second: number, mayBeMonthFirst: boolean): readonly [number, number] {
  if (second > 12) return [second, first];
  if (!mayBeMonthFirst || first > 12) return [first, second];
  return second >= first ? [first, second] : [second, first];
}

/** `30 June 2026`, `30. Juni`, `30th of June`, `June 30, 2026`. */
function dateAt(tokens: readonly Token[], index: number, words: CalendarWords): Reading | undefined {
  const first = tokens[index];
  if (!first) return undefined;
  const dayFirst = dayNumber(first);
  if (dayFirst !== undefined) {
    const gap = monthOf(tokens[index + 1], words) === undefined ? 1 : 0;
    const month = monthOf(tokens[index + 1 + gap], words);
    if (month === undefined || (gap === 1 && tokens[index + 1]?.kind !== 'word')) return undefined;
    return withYear(tokens, index, 2 + gap, { kind: 'date', month, day: dayFirst });
  }
  const month = monthOf(first, words);
  const day = month === undefined ? undefined : dayNumber(tokens[index + 1]);
  if (month === undefined || day === undefined) return undefined;
  return withYear(tokens, index, 2, { kind: 'date', month, day });
}

function withYear(tokens: readonly Token[], index: number, length: number, date: NamedDate): Reading {
  const gap = tokens[index + length]?.form === ',' ? 1 : 0;
  const token = tokens[index + length + gap];
  const isYear = token?.kind === 'number' && /^(?:19|20)\d\d$/u.test(token.form);
  return isYear ? reading({ ...date, year: Number(token.form) }, length + gap + 1) : reading(date, length);
}

/** `tomorrow`, `day after tomorrow`, `end of the month`. */
function phraseAt(tokens: readonly Token[], index: number, words: CalendarWords): Reading | undefined {
  for (let length = Math.min(longestPhrase, tokens.length - index); length > 0; length--) {
    const phrase = tokens
      .slice(index, index + length)
      .map(({ form }) => form)
      .join(' ');
    const period = own(words.periodEnds, phrase);
    if (period !== undefined) return reading({ kind: 'period-end', period }, length);
    const days = own(words.days, phrase) ?? (length === 1 ? own(words.days, withoutDayPart(phrase, words)) : undefined);
    if (days !== undefined) return reading({ kind: 'offset', days }, length);
  }
  return undefined;
}

/** `14 days`, `two full weeks`, but not `two weeks before …`, which leaves an open time. */
function spanAt(tokens: readonly Token[], index: number, words: CalendarWords): Reading | undefined {
  const first = tokens[index];
  const count = first && (first.kind === 'number' ? wholeNumber(first.form) : own(words.numbers, first.form));
  if (count === undefined) return undefined;
  for (const length of [2, 3]) {
    const unit = own(words.units, tokens[index + length - 1]?.form ?? '');
    const isBackwards = words.before.includes(tokens[index + length]?.form ?? '');
    if (unit) return isBackwards ? undefined : reading({ kind: 'span', count, length: unit }, length);
  }
  return undefined;
}

function weekdayAt(tokens: readonly Token[], index: number, words: CalendarWords): Reading | undefined {
  const form = tokens[index]?.form ?? '';
  const weekday = own(words.weekdays, form) ?? own(words.weekdays, withoutDayPart(form, words));
  if (weekday === undefined) return undefined;
  const isFollowing = words.following.includes(tokens[index - 1]?.form ?? '');
  return reading({ kind: 'weekday', weekday, isFollowing }, 1);
}

/** `the 15th`, `am 15.`: a day of a month that is not named. */
function bareDayAt(tokens: readonly Token[], index: number): Reading | undefined {
  const token = tokens[index];
  const day = token?.kind === 'ordinal' ? dayNumber(token) : undefined;
  return day === undefined ? undefined : reading({ kind: 'date', day }, 1);
}

function monthAt(tokens: readonly Token[], index: number, words: CalendarWords): Reading | undefined {
  const month = monthOf(tokens[index], words);
  return month === undefined ? undefined : withYear(tokens, index, 1, { kind: 'date', month });
}

function reading(meaning: TimeMeaning, length: number): Reading {
  return { meaning, length };
}

function monthOf(token: Token | undefined, { months }: CalendarWords): number | undefined {
  return token?.kind === 'word' ? own(months, token.form.replace(/\.$/u, '')) : undefined;
}

/** The number of a day of the month, 1 to 31. */
function dayNumber(token: Token | undefined): number | undefined {
  if (token?.kind !== 'number' && token?.kind !== 'ordinal') return undefined;
  const number = Number(/^\d{1,2}(?!\d)/u.exec(token.form)?.[0] ?? Number.NaN);
  return number >= 1 && number <= 31 ? number : undefined;
}

function wholeNumber(form: string): number | undefined {
  return /^\d{1,4}$/u.test(form) ? Number(form) : undefined;
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

function withoutDayPart(form: string, { dayParts }: CalendarWords): string {
  const part = dayParts.find((candidate) => form.length > candidate.length && form.endsWith(candidate));
  return part === undefined ? form : form.slice(0, -part.length);
}

/** A word of a list; what every object has from birth is none. */
function own<Value>(list: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(list, word) ? list[word] : undefined;
}
