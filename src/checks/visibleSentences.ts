import type { MailPart, Reading, Sentence } from '../reading/Reading.js';

/** Whether readers see a part of a mail. */
export function isVisible(part: MailPart): boolean {
  return part !== 'hidden';
}

const known = new WeakMap<Reading, readonly Sentence[]>();

/** The sentences that a reader sees, in reading order; the same list for all rules that ask. */
export function visibleSentences(reading: Reading): readonly Sentence[] {
  const visible = known.get(reading) ?? reading.sentences.filter(({ part }) => isVisible(part));
  known.set(reading, visible);
  return visible;
}
