import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureRows } from '../../../src/reading/scorer/FeatureRows.js';

function rowsOf(hashes: readonly number[]): FeatureRows {
  const view = new DataView(new ArrayBuffer(hashes.length * 4));
  for (const [row, hash] of hashes.entries()) view.setUint32(row * 4, hash, true);
  return new FeatureRows(new Uint8Array(view.buffer));
}

describe('FeatureRows', () => {
  it('finds the row of every hash, and none for others', () => {
    const hashes = fc.uniqueArray(
      fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.nat(50), fc.constant(0xffffffff)),
    );
    fc.assert(
      fc.property(hashes, fc.integer({ min: 0, max: 0xffffffff }), (unsorted, other) => {
        const sorted = [...unsorted].sort((a, b) => a - b);
        const rows = rowsOf(sorted);
        expect(sorted.map((hash) => rows.rowOf(hash))).toEqual(sorted.map((_, row) => row));
        expect(rows.rowOf(other)).toBe(sorted.indexOf(other));
        expect(rows.count).toBe(sorted.length);
      }),
    );
  });
});
