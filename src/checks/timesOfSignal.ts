import type { CalendarWords } from '../reading/calendar/CalendarWords.js';
import type { TimeExpression } from '../reading/calendar/TimeExpression.js';
import { timesIn } from '../reading/calendar/timesIn.js';
import type { Sentence } from '../reading/Reading.js';
import type { Signal } from '../reading/Signal.js';

/** Between a time and what completes it stand a comma and an article at most: “am Sonntag, dem 22. November”. */
const widestGapBehind = 2;

/** In front of it only a comma: “Friday, by noon”. */
const widestGapBefore = 1;

/** The times that a signal of a sentence is about: those in its words, and the days named right beside them. */
export function timesOfSignal(
  { tokens }: Sentence,
  { start, end }: Signal,
  words: CalendarWords | undefined,
): readonly TimeExpression[] {
  if (!words) return [];
  const all = timesIn(tokens, words);
  const inside = all.filter((time) => time.start < end && time.end > start);
  const first = Math.min(start, ...inside.map((time) => time.start));
  const last = Math.max(end, ...inside.map((time) => time.end));
  const beside = all.filter(
    (time) =>
      !inside.includes(time) &&
      namesDay(time) &&
      (isWithin(time.start - last, widestGapBehind) || isWithin(first - time.end, widestGapBefore)),
  );
  return [...inside, ...beside];
}

function isWithin(gap: number, widest: number): boolean {
  return gap >= 0 && gap <= widest;
}

function namesDay({ kind }: TimeExpression): boolean {
  return kind === 'date' || kind === 'offset' || kind === 'weekday';
}
