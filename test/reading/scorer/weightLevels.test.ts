import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestWeight, levelOf, packLevels, unpackWeights } from '../../../src/reading/scorer/weightLevels.js';

function unpacked(levels: Int8Array): Int8Array {
  const weights = new Int8Array(levels.length);
  unpackWeights(packLevels(levels), weights, 0, levels.length);
  return weights;
}

describe('weights in four bits', () => {
  it('stand for the squares of their levels', () => {
    expect([...unpacked(Int8Array.of(-7, 7, 0, 3))]).toEqual([-49, 49, 0, 9]);
  });

  it('are unpacked in part', () => {
    const weights = new Int8Array(4);
    unpackWeights(packLevels(Int8Array.of(-7, 7, 2, 3)), weights, 1, 3);
    expect([...weights]).toEqual([0, 49, 4, 0]);
  });

  it('come back as near as the levels lie', () => {
    const weights = fc.array(fc.double({ min: -largestWeight, max: largestWeight, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(weights, (all) => {
        const levels = Int8Array.from(all, levelOf);
        const back = unpacked(levels);
        for (const [index, weight] of all.entries()) {
          expect(Math.abs((back[index] ?? Number.NaN) - weight)).toBeLessThanOrEqual(Math.sqrt(Math.abs(weight)) + 1);
        }
      }),
    );
  });
});
