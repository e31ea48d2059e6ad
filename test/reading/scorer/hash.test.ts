import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPair, hashText } from '../../../src/reading/scorer/hash.js';

describe('hashText', () => {
  it('gives the same unsigned 32-bit number for the same letters', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(7), (text, seed) => {
        const hash = hashText(text, seed);
        expect(hash).toBe(hashText(` ${text} `, seed, 1, text.length + 1));
        expect(Number.isInteger(hash) && hash >= 0 && hash <= 0xffffffff).toBe(true);
      }),
    );
  });

  it('keeps kinds of features apart', () => {
    expect(hashText('agree', 1)).not.toBe(hashText('agree', 2));
  });
});

describe('hashPair', () => {
  it('knows the order', () => {
    const [first, second] = [hashText('your', 1), hashText('account', 1)];
    expect(hashPair(first, second)).not.toBe(hashPair(second, first));
  });
});
