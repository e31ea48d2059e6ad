/**
 * Weights are kept in four bits each, in fifteen levels whose squares they stand for: most weights are small, and of the
 * large ones only the size matters. That leaves room for half as many features again as in eight bits.
 */
const highestLevel = 7;

/** The largest weight that a level stands for, in steps. */
export const largestWeight = highestLevel ** 2;

const weightsByLevel = Int8Array.from({ length: 2 * highestLevel + 1 }, (_, at) => {
  const level = at - highestLevel;
  return level * Math.abs(level);
});

/** The level of a weight in steps, which lies between −`largestWeight` and `largestWeight`. */
export function levelOf(weight: number): number {
  return Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight)));
}

/** Two levels to a byte, the first in its lower half. */
export function packLevels(levels: Int8Array): Uint8Array {
  const packed = new Uint8Array(Math.ceil(levels.length / 2));
  for (const [index, level] of levels.entries()) {
    const half = (level + highestLevel) << (index % 2 === 0 ? 0 : 4);
    packed[index >> 1] = (packed[index >> 1] ?? 0) | half;
  }
  return packed;
}

/**
 * Writes the weights, in steps, of levels that `packLevels` has packed, from `start` up to `end`, into a list of all weights.
 */
export function unpackWeights(packed: Uint8Array, weights: Int8Array, start: number, end: number): void {
  for (let index = start; index < end; index += 1) {
    const byte = packed[index >> 1] ?? 0;
    weights[index] = weightsByLevel[(index & 1) === 0 ? byte & 0xf : byte >> 4] ?? 0;
  }
}
