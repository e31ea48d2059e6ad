/** Hashes are spread evenly, so that with this many bits of them in front two or three share a place. */
const placeBits = 13;
const placeShift = 32 - placeBits;

/**
 * Finds the row that a feature has in a model. The hashes of a model are sorted, so all that is made for it is a list of
 * where those with the same first bits begin: a `Map` of them takes ten times as long to fill, before the first mail.
 */
export class FeatureRows {
  private readonly hashes: Uint32Array;
  /** For all first bits of a hash, and one more, the row where such hashes begin. */
  private readonly starts: Uint32Array;

  /** @param bytes the hashes, 32-bit unsigned, little endian, in ascending order. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = bytes.byteLength >> 2;
    this.hashes = new Uint32Array(count);
    this.starts = new Uint32Array((1 << placeBits) + 1);
    let place = 0;
    for (let row = 0; row < count; row += 1) {
      const hash = view.getUint32(row * 4, true);
      this.hashes[row] = hash;
      for (const own = hash >>> placeShift; place < own; ) this.starts[++place] = row;
    }
    this.starts.fill(count, place + 1);
  }

  get count(): number {
    return this.hashes.length;
  }

  /** @returns -1 for what the model does not know. */
  rowOf(hash: number): number {
    const place = hash >>> placeShift;
    const end = this.starts[place + 1] ?? 0;
    for (let row = this.starts[place] ?? end; row < end; row += 1) if (this.hashes[row] === hash) return row;
    return -1;
  }
}
