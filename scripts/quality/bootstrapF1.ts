import type { Interval } from '../../src/evaluation/wilsonInterval.js';
import type { Counts } from './AuthorFigures.js';

const draws = 2000;

/** The constants of a linear congruential generator (Numerical Recipes), so that every run draws alike. */
const multiplier = 1664525;
const increment = 1013904223;

/**
 * The 95 % interval of F1, from drawing as many authors as there are, with replacement: authors differ more than
 * passages of one author do. The same counts give the same interval.
 *
 * @returns undefined where there is nothing to find.
 * @example bootstrapF1([[8, 1, 2], [5, 0, 4]]) // { low: 0.71…, high: 0.84… }
 */
export function bootstrapF1(authors: readonly Counts[]): Interval | undefined {
  let state = 1;
  const drawn = Array.from({ length: draws }, () => {
    const sample = authors.flatMap(() => {
      state = (Math.imul(state, multiplier) + increment) >>> 0;
      return authors.slice(Math.floor((state / 2 ** 32) * authors.length)).slice(0, 1);
    });
    return f1Of(sumOf(sample));
  }).filter((f1) => f1 !== undefined);
  if (drawn.length === 0) return undefined;
  const sorted = drawn.sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** The sum of counts, each by itself. */
export function sumOf(list: readonly Counts[]): Counts {
  return list.reduce<Counts>(
    ([right, wrong, missed], counts) => [right + counts[0], wrong + counts[1], missed + counts[2]],
    [0, 0, 0],
  );
}

/** `2 · right / (2 · right + wrong + missed)`; undefined where there is nothing. */
export function f1Of([right, wrong, missed]: Counts): number | undefined {
  const whole = 2 * right + wrong + missed;
  return whole === 0 ? undefined : (2 * right) / whole;
}
