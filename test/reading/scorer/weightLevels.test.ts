import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestWeight, levelOf, packLevels, unpackWeights } from '../../../src/reading/scorer/weightLevels.js';

describe('weights in four bits', () => {
  it('stand for the squares of their levels', () => {
    expect([...unpackWeights(packLevels(Int8Array.of(-7, 7, 0, 3)))]).toEqual([-49, 49, 0, 9]);
  });

  it('come back as near as the levels lie', () => {
    const weights = fc.array(fc.double({ min: -largestWeight, max: largestWeight, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(weights, (all) => {
        const levels = Int8Array.from(all, levelOf);
        const unpacked = unpackWeights(packLevels(levels));
        for (const [index, weight] of all.entries()) {
          expect(Math.abs((unpacked[index] ?? Number.NaN) - weight)).toBeLessThanOrEqual(
            Math.sqrt(Math.abs(weight)) + 1,
          );
        }
      }),
    );
  });
});
