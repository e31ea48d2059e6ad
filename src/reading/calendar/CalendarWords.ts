import type { Period } from './CalendarDay.js';

/** How a language names days and spans of time. All words are written as `foldForm` writes them. */
export interface CalendarWords {
  /** 1 for January. */
  readonly months: Readonly<Record<string, number>>;
  /** 1 for Monday, 7 for Sunday. */
  readonly weekdays: Readonly<Record<string, number>>;
  /** What may stand behind a weekday or a relative day in one word: `abend` in “Freitagabend”. */
  readonly dayParts: readonly string[];
  /** Words in front of a weekday that leave open whether the nearest one is meant: `next`. */
  readonly following: readonly string[];
  /** What makes a span count backwards from an event: `before`. */
  readonly before: readonly string[];
  /** Days counted from the day of reading, words joined by spaces: `day after tomorrow` is 2. */
  readonly days: Readonly<Record<string, number>>;
  /** How long one of a unit is, at most. */
  readonly units: Readonly<Record<string, UnitLength>>;
  readonly numbers: Readonly<Record<string, number>>;
  /** The ends of periods, words joined by spaces: `end of the month`. */
  readonly periodEnds: Readonly<Record<string, Period>>;
}

/** A length of time; hours and minutes count as parts of a day. */
export interface UnitLength {
  readonly hours?: number;
  readonly days?: number;
  readonly months?: number;
}
