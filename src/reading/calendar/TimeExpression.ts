import type { Period } from './CalendarDay.js';
import type { UnitLength } from './CalendarWords.js';

/** A day or a span of time that a sentence names. `start` and `end` are indexes of tokens, end exclusive. */
export type TimeExpression = TimeMeaning & { readonly start: number; readonly end: number };

export type TimeMeaning =
  | NamedDate
  | { readonly kind: 'weekday'; readonly weekday: number; readonly isFollowing: boolean }
  /** Days from the day of reading: “tomorrow” is 1. */
  | { readonly kind: 'offset'; readonly days: number }
  | { readonly kind: 'span'; readonly count: number; readonly length: UnitLength }
  | { readonly kind: 'period-end'; readonly period: Period };

/** A date, as far as it is said: without a day the month's last is meant, without a year the next one that comes. */
export interface NamedDate {
  readonly kind: 'date';
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}
