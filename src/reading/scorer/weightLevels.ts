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
 * The weights, in steps, of levels that `packLevels` has packed. Of an odd number of levels the last has no neighbour; what
 * stands in its place means nothing.
 */
export function unpackWeights(packed: Uint8Array): Int8Array {
  const weights = new Int8Array(packed.length * 2);
  // Hundreds of thousands of them are unpacked before the first mail is read, so no iterator is made for them.
  for (let index = 0; index < packed.length; index += 1) {
    const byte = packed[index] ?? 0;
    weights[index * 2] = weightsByLevel[byte & 0xf] ?? 0;
    weights[index * 2 + 1] = weightsByLevel[byte >> 4] ?? 0;
  }
  return weights;
}
