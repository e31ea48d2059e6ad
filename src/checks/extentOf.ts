import type { SignalPlace } from './matchFrame.js';

type Place = Pick<SignalPlace, 'sentence' | 'signal'>;

/** Where a signal stands, as offsets into its block's text (UTF-16 code units, end exclusive). */
export function extentOf({ sentence, signal }: Place): { readonly start: number; readonly end: number } {
  const first = sentence.tokens[signal.start];
  const last = sentence.tokens[signal.end - 1];
  return { start: first?.start ?? sentence.start, end: last?.end ?? sentence.end };
}

/** The words of a signal. */
export function wordsOf(place: Place): string {
  const { start, end } = extentOf(place);
  return place.sentence.block.text.value.slice(start, end);
}
