import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapF1, f1Of, sumOf } from '../../../scripts/quality/bootstrapF1.js';

describe('bootstrapF1', () => {
  it('gives the same interval for the same counts', () => {
    const authors = [[8, 1, 2] as const, [5, 0, 4] as const, [3, 3, 0] as const].map(
      (counts) => [...counts] as [number, number, number],
    );
    expect(bootstrapF1(authors)).toEqual(bootstrapF1(authors));
  });

  it('is as narrow as can be where all authors are alike', () => {
    expect(
      bootstrapF1([
        [2, 1, 1],
        [2, 1, 1],
      ]),
    ).toEqual({ low: 2 / 3, high: 2 / 3 });
  });

  it('says nothing where there is nothing', () => {
    expect(bootstrapF1([])).toBeUndefined();
    expect(bootstrapF1([[0, 0, 0]])).toBeUndefined();
  });

  it('lies between 0 and 1, the low bound below the high one', () => {
    const count = fc.nat({ max: 50 });
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count, count), { minLength: 1, maxLength: 6 }), (authors) => {
        const interval = bootstrapF1(authors);
        if (interval === undefined) return f1Of(sumOf(authors)) === undefined;
        return interval.low >= 0 && interval.low <= interval.high && interval.high <= 1;
      }),
      { numRuns: 20 },
    );
  });
});

describe('f1Of', () => {
  it('is the harmonic mean of precision and recall', () => {
    expect(f1Of([6, 2, 4])).toBeCloseTo((2 * 0.75 * 0.6) / (0.75 + 0.6), 12);
    expect(f1Of([0, 0, 0])).toBeUndefined();
  });
});
