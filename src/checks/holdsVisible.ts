import type { Sentence } from '../reading/Reading.js';

/** Whether one of the sentences that a reader sees has one of the signals, in any polarity. */
export function holdsVisible(names: readonly string[], sentences: readonly Sentence[]): boolean {
  return sentences.some(({ part, signals }) => part !== 'hidden' && signals.some(({ name }) => names.includes(name)));
}
