/** A sparse vector: indexes and their values. */
export interface SparseVector {
  readonly indexes: Int32Array;
  readonly values: Float64Array;
}

export interface LinearModel {
  readonly weights: Float64Array;
  readonly bias: number;
}

export interface LinearSettings {
  /** How much a mistake costs against large weights. */
  readonly cost: number;
  readonly rounds: number;
}

/** The constants of a linear congruential generator (Numerical Recipes), so that every run shuffles alike. */
const multiplier = 1664525;
const increment = 1013904223;

/**
 * Trains a linear support vector machine with squared hinge loss by dual coordinate descent (Hsieh et al., ICML 2008,
 * algorithm 1). The same input gives the same model, bit for bit.
 *
 * @param isPositive for each vector whether the model should say yes.
 * @param costs for each vector how much a mistake on it costs, as a multiple of what mistakes cost in general.
 * @param size how many indexes there are.
 */
export function trainLinear(
  vectors: readonly SparseVector[],
  isPositive: readonly boolean[],
  costs: readonly number[],
  size: number,
  { cost, rounds }: LinearSettings,
): LinearModel {
  const weights = new Float64Array(size);
  const duals = new Float64Array(vectors.length);
  const diagonals = vectors.map((_, index) => 0.5 / (cost * (costs[index] ?? 1)));
  const norms = vectors.map((vector, index) => (diagonals[index] ?? 0) + 1 + squaredLength(vector));
  const order = vectors.map((_, index) => index);
  let bias = 0;
  let seed = 1;
  for (let round = 0; round < rounds; round += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      seed = (Math.imul(seed, multiplier) + increment) >>> 0;
      swap(order, last, seed % (last + 1));
    }
    for (const index of order) {
      const vector = vectors[index];
      if (!vector) continue;
      const sign = isPositive[index] ? 1 : -1;
      const dual = duals[index] ?? 0;
      const gradient = sign * (bias + dot(weights, vector)) - 1 + (diagonals[index] ?? 0) * dual;
      const next = Math.max(0, dual - gradient / (norms[index] ?? 1));
      if (next === dual) continue;
      duals[index] = next;
      const step = (next - dual) * sign;
      addScaled(weights, vector, step);
      bias += step;
    }
  }
  return { weights, bias };
}

/** The sum of the products of weights and values. */
export function dot(weights: Float64Array, { indexes, values }: SparseVector): number {
  let sum = 0;
  for (let at = 0; at < indexes.length; at += 1) sum += (weights[indexes[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

function addScaled(weights: Float64Array, { indexes, values }: SparseVector, factor: number): void {
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    weights[index] = (weights[index] ?? 0) + factor * (values[at] ?? 0);
  }
}

function squaredLength({ values }: SparseVector): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

function swap(list: number[], one: number, other: number): void {
  const kept = list[one] ?? 0;
  list[one] = list[other] ?? 0;
  list[other] = kept;
}
