import type { TimeExpression } from '../reading/calendar/TimeExpression.js';
import { timesIn } from '../reading/calendar/timesIn.js';
import type { Sentence } from '../reading/Reading.js';
import type { Rulebook } from '../rulebook/Rulebook.js';

/** The times that a sentence names, by the calendar of its language; none where that has no calendar. */
export function timesOfSentence(
  { tokens, language }: Sentence,
  languages: Rulebook['languages'],
): readonly TimeExpression[] {
  const calendar = languages[language]?.calendar;
  return calendar === undefined ? [] : timesIn(tokens, calendar);
}
