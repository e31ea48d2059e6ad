import { describe, expect, it } from 'vitest';
import { dot, type SparseVector, trainLinear } from '../../../src/evaluation/training/trainLinear.js';

function vector(...indexes: number[]): SparseVector {
  return { indexes: Int32Array.from(indexes), values: Float64Array.from(indexes, () => 1) };
}

describe('trainLinear', () => {
  const vectors = [vector(0, 2), vector(0, 3), vector(1, 2), vector(1, 3)];
  const isPositive = [true, true, false, false];
  const equal = [1, 1, 1, 1];
  const settings = { cost: 1, rounds: 20 };

  it('finds the feature that tells the two kinds apart', () => {
    const { weights, bias } = trainLinear(vectors, isPositive, equal, 4, settings);
    for (const [index, one] of vectors.entries()) expect(dot(weights, one) + bias > 0).toBe(isPositive[index]);
    expect(Math.abs(weights[2] ?? 1)).toBeLessThan(0.01);
  });

  it('gives in where a mistake costs less', () => {
    const same = [vector(0), vector(0)];
    const { weights, bias } = trainLinear(same, [true, false], [1, 0.1], 1, settings);
    expect(dot(weights, vector(0)) + bias).toBeGreaterThan(0);
  });

  it('gives the same model for the same input', () => {
    const [one, other] = [1, 2].map(() => trainLinear(vectors, isPositive, equal, 4, settings));
    expect(one).toEqual(other);
  });
});
