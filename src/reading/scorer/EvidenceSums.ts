/**
 * What features speak for each output, summed up in whole numbers: rarities and weights are kept in steps. So sums come out
 * the same in any order, can be put together from those of sentences, and cost no memory for each step of the way.
 */
export class EvidenceSums {
  /** By group, and by output within it: rarities times weights. */
  readonly weighed: Int32Array;
  /** By group: squared rarities. */
  readonly squares: Float64Array;

  constructor(
    groups: number,
    private readonly outputs: number,
  ) {
    this.weighed = new Int32Array(groups * outputs);
    this.squares = new Float64Array(groups);
  }

  /** @param times 1 to count a feature, -1 to take it back. */
  count(group: number, rarity: number, weights: Int8Array, firstWeight: number, times: 1 | -1): void {
    const first = group * this.outputs;
    const factor = rarity * times;
    for (let output = 0; output < this.outputs; output += 1) {
      const weight = weights[firstWeight + output] ?? 0;
      if (weight !== 0) this.weighed[first + output] = (this.weighed[first + output] ?? 0) + factor * weight;
    }
    this.squares[group] = (this.squares[group] ?? 0) + factor * rarity;
  }

  add({ weighed, squares }: EvidenceSums): void {
    for (let at = 0; at < weighed.length; at += 1) this.weighed[at] = (this.weighed[at] ?? 0) + (weighed[at] ?? 0);
    for (let group = 0; group < squares.length; group += 1) {
      this.squares[group] = (this.squares[group] ?? 0) + (squares[group] ?? 0);
    }
  }
}
