import {
  dot,
  type LinearModel,
  type LinearSettings,
  type SparseVector,
} from '../../src/evaluation/training/trainLinear.js';

export interface TrialSettings extends LinearSettings {
  /** How much more a passage to flag weighs than one to pass. */
  readonly positiveWeight: number;
  /** Takes the mean of the weights after each round but the first, not the last ones. */
  readonly isAveraged: boolean;
}

/**
 * The training of `trainLinear` with two switches that the shipped one has no use for.
 *
 * @returns the model; the same input gives the same.
 */
export function trainTrial(
  vectors: readonly SparseVector[],
  isPositive: readonly boolean[],
  size: number,
  { cost, rounds, positiveWeight, isAveraged }: TrialSettings,
): LinearModel {
  const weights = new Float64Array(size);
  const sums = new Float64Array(size);
  const duals = new Float64Array(vectors.length);
  const diagonals = isPositive.map((positive) => 0.5 / (cost * (positive ? positiveWeight : 1)));
  const norms = vectors.map(({ values }, at) => (diagonals[at] ?? 0) + 1 + values.reduce((sum, x) => sum + x * x, 0));
  let [bias, biasSum, counted] = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    for (const index of shuffled(vectors.length, round)) {
      const vector = vectors[index];
      if (!vector) continue;
      const sign = isPositive[index] ? 1 : -1;
      const dual = duals[index] ?? 0;
      const gradient = sign * (bias + dot(weights, vector)) - 1 + (diagonals[index] ?? 0) * dual;
      const next = Math.max(0, dual - gradient / (norms[index] ?? 1));
      const step = (next - dual) * sign;
      if (step === 0) continue;
      duals[index] = next;
      bias += step;
      for (let at = 0; at < vector.indexes.length; at += 1) {
        const row = vector.indexes[at] ?? 0;
        weights[row] = (weights[row] ?? 0) + step * (vector.values[at] ?? 0);
      }
    }
    if (round === 0 || !isAveraged) continue;
    for (const [row, weight] of weights.entries()) sums[row] = (sums[row] ?? 0) + weight;
    biasSum += bias;
    counted += 1;
  }
  return isAveraged ? { weights: sums.map((sum) => sum / counted), bias: biasSum / counted } : { weights, bias };
}

/** Numbers below `count` in an order that depends on the seed alone. */
function shuffled(count: number, seed: number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  let state = seed + 1;
  for (let last = count - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
