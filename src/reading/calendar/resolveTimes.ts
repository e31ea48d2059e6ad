import type { CalendarDay } from './CalendarDay.js';
import { addSpan, dayOf, daysIn, endOf, partsOf } from './CalendarDay.js';
import type { UnitLength } from './CalendarWords.js';
import type { NamedDate, TimeMeaning } from './TimeExpression.js';

/** So many years on, every day of the calendar has come. */
const longestLeapGap = 8;

/** What names a day by itself comes before what only comes with it: “today, Friday” is today. */
const precedence = ['date', 'offset', 'period-end', 'weekday'] as const;

/**
 * The day that the expressions of one time limit mean together, taken generously: of two days the later, of two
 * readings the one that leaves more time. A span counts from the day named beside it, else from the day of sending.
 *
 * @param from the day on which the mail is sent.
 * @returns undefined where they mean no day.
 * @example resolveTimes([{ kind: 'weekday', weekday: 5, isFollowing: false }], dayOfIso('2026-11-24')) // 27 November
 */
export function resolveTimes(times: readonly TimeMeaning[], from: CalendarDay): CalendarDay | undefined {
  const spans = times.flatMap((time) => (time.kind === 'span' ? [time] : []));
  const strongest = precedence.find((kind) => times.some((time) => time.kind === kind));
  const days = times.flatMap((time) => (time.kind === strongest ? (dayNamed(time, from) ?? []) : []));
  if (strongest !== undefined && days.length === 0) return undefined;
  if (days.length === 0 && spans.length === 0) return undefined;
  const base = days.length > 0 ? Math.max(...days) : from;
  return spans.length > 0 ? Math.max(...spans.map(({ count, length }) => afterLength(base, count, length))) : base;
}

function dayNamed(time: TimeMeaning, from: CalendarDay): CalendarDay | undefined {
  switch (time.kind) {
    case 'date':
      return dateFrom(time, from);
    case 'weekday': {
      const ahead = (time.weekday - partsOf(from).weekday + 7) % 7;
      return from + (ahead === 0 ? 7 : ahead) + (time.isFollowing ? 7 : 0);
    }
    case 'offset':
      return from + time.days;
    case 'period-end':
      return endOf(time.period, from);
    case 'span':
      return undefined;
  }
}

/** The date itself, or the next such day where the year or the month is left open. */
function dateFrom({ year, month, day }: NamedDate, from: CalendarDay): CalendarDay | undefined {
  const start = partsOf(from);
  if (month === undefined) return dayOfMonthFrom(day ?? 1, from);
  const dayIn = (candidate: number) => dayOf(candidate, month, day ?? daysIn(candidate, month));
  if (year !== undefined) return dayIn(year);
  for (let candidate = start.year; candidate <= start.year + longestLeapGap; candidate++) {
    const found = dayIn(candidate);
    if (found !== undefined && found >= from) return found;
  }
  return undefined;
}

function dayOfMonthFrom(day: number, from: CalendarDay): CalendarDay | undefined {
  const { year, month } = partsOf(from);
  for (let ahead = 0; ahead <= 12; ahead++) {
    const months = year * 12 + month - 1 + ahead;
    const found = dayOf(Math.floor(months / 12), (months % 12) + 1, day);
    if (found !== undefined && found >= from) return found;
  }
  return undefined;
}

function afterLength(from: CalendarDay, count: number, { hours = 0, days = 0, months = 0 }: UnitLength): CalendarDay {
  const whole = addSpan(from, { count: Math.ceil(count * months), unit: 'month' });
  return whole + Math.ceil(count * days + (count * hours) / 24);
}
