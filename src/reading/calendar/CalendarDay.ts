/** A day without a clock, as the number of days since 1 January 1970. Time zones and clock changes make no difference. */
export type CalendarDay = number;

export type Period = 'week' | 'month' | 'year';

/** A notice period as law and contracts name them. */
export interface TimeSpan {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month';
}

const dayLength = 86_400_000;
const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/u;

/**
 * The day of an ISO date.
 *
 * @returns undefined for what is no date of the calendar.
 * @example dayOfIso('2028-02-29') // 21243
 */
export function dayOfIso(text: string): CalendarDay | undefined {
  const [, year, month, day] = isoDate.exec(text) ?? [];
  return dayOf(Number(year), Number(month), Number(day));
}

/**
 * The day of a year, month (1 to 12) and day of the month.
 *
 * @returns undefined where the month has no such day.
 */
export function dayOf(year: number, month: number, day: number): CalendarDay | undefined {
  const isKnown = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!isKnown) return undefined;
  return Date.UTC(year, month - 1, day) / dayLength;
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A day as year, month (1 to 12), day of the month and weekday (1 for Monday). */
export function partsOf(day: CalendarDay): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
} {
  const date = new Date(day * dayLength);
  const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday };
}

/**
 * The day after a span of time. A month from the 31st ends on the last day of a shorter month, as § 188(3) BGB and its
 * kin in other laws count.
 *
 * @example addSpan(dayOfIso('2027-01-31'), { count: 1, unit: 'month' }) // the day of 2027-02-28
 */
export function addSpan(day: CalendarDay, { count, unit }: TimeSpan): CalendarDay {
  switch (unit) {
    case 'day':
      return day + count;
    case 'week':
      return day + 7 * count;
    case 'month':
      return addMonths(day, count);
  }
}

function addMonths(from: CalendarDay, count: number): CalendarDay {
  const { year, month, day } = partsOf(from);
  const months = year * 12 + month - 1 + count;
  const [newYear, newMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return Date.UTC(newYear, newMonth - 1, Math.min(day, daysIn(newYear, newMonth))) / dayLength;
}

/** The last day of the week, month or year that a day is in. */
export function endOf(period: Period, day: CalendarDay): CalendarDay {
  const { year, month, weekday } = partsOf(day);
  switch (period) {
    case 'week':
      return day + 7 - weekday;
    case 'month':
      return Date.UTC(year, month, 0) / dayLength;
    case 'year':
      return Date.UTC(year, 12, 0) / dayLength;
  }
}
