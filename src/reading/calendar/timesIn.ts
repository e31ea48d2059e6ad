import type { Token } from '../Token.js';
import type { CalendarWords } from './CalendarWords.js';
import { findTimes } from './findTimes.js';
import type { TimeExpression } from './TimeExpression.js';

const known = new WeakMap<CalendarWords, WeakMap<readonly Token[], readonly TimeExpression[]>>();

/** What `findTimes` finds in a sentence, looked for once: several rules ask it of each signal in the sentence. */
export function timesIn(tokens: readonly Token[], words: CalendarWords): readonly TimeExpression[] {
  const ofWords = known.get(words) ?? new WeakMap<readonly Token[], readonly TimeExpression[]>();
  known.set(words, ofWords);
  const times = ofWords.get(tokens) ?? findTimes(tokens, words);
  ofWords.set(tokens, times);
  return times;
}
