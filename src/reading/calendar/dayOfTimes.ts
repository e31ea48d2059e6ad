import type { CalendarDay } from './CalendarDay.js';
import { resolveTimes } from './resolveTimes.js';
import type { TimeMeaning } from './TimeExpression.js';

/**
 * The day that the expressions of one time limit mean together. Without a day of sending, days are counted from 0, and only
 * what is counted from it has one: “in two days”, “tomorrow”.
 *
 * @returns undefined where they mean no day, or one that cannot be known.
 * @example dayOfTimes([{ kind: 'offset', days: 1 }], undefined) // 1
 */
export function dayOfTimes(times: readonly TimeMeaning[], sent: CalendarDay | undefined): CalendarDay | undefined {
  const isKnown = sent !== undefined || times.every(({ kind }) => kind === 'span' || kind === 'offset');
  return isKnown ? resolveTimes(times, sent ?? 0) : undefined;
}
