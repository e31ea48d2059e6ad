import type { CalendarDay } from '../reading/calendar/CalendarDay.js';
import { partsOf } from '../reading/calendar/CalendarDay.js';
import { resolveTimes } from '../reading/calendar/resolveTimes.js';
import type { TimeExpression } from '../reading/calendar/TimeExpression.js';
import type { Sentence } from '../reading/Reading.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { timesOfSentence } from './timesOfSentence.js';

/** A day of the year that a sentence names in full. */
export interface NamedDay {
  readonly sentence: Sentence;
  /** Month and day of the month: the year is often left out. */
  readonly id: string;
  /** Offsets into the text of the sentence's block. */
  readonly start: number;
  readonly end: number;
}

/** The days that sentences name with month and day, in reading order. */
export function namedDaysOf(sentences: readonly Sentence[], languages: Rulebook['languages']): readonly NamedDay[] {
  return sentences.flatMap((sentence) =>
    timesOfSentence(sentence, languages).flatMap((time) => {
      const first = sentence.tokens[time.start];
      const last = sentence.tokens[time.end - 1];
      if (!isWhole(time) || first === undefined || last === undefined) return [];
      return [{ sentence, id: idOf(time.month, time.day), start: first.start, end: last.end }];
    }),
  );
}

/**
 * Whether sentences name a day in any way: as a date, as one of several days of a month (“8th, 15th and 29th May”), or
 * by a weekday or a span. Where it is not known from when these count, they may mean it.
 */
export function isDayNamed(
  { id }: NamedDay,
  sentences: readonly Sentence[],
  sendDate: CalendarDay | undefined,
  languages: Rulebook['languages'],
): boolean {
  const [, dayOfMonth] = id.split('-');
  return sentences.some((sentence) => {
    const times = timesOfSentence(sentence, languages);
    return times.some((time) => {
      if (isWhole(time)) return idOf(time.month, time.day) === id;
      if (time.kind === 'date') return time.day === undefined || String(time.day) === dayOfMonth;
      if (times.some(isWhole)) return false;
      if (sendDate === undefined) return true;
      const day = resolveTimes([time], sendDate);
      if (day === undefined) return false;
      const parts = partsOf(day);
      return idOf(parts.month, parts.day) === id;
    });
  });
}

type WholeDate = Extract<TimeExpression, { kind: 'date' }> & { readonly month: number; readonly day: number };

function isWhole(time: TimeExpression): time is WholeDate {
  return time.kind === 'date' && time.month !== undefined && time.day !== undefined;
}

function idOf(month: number, day: number): string {
  return `${month}-${day}`;
}
