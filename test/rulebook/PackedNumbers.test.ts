import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from '../../src/rulebook/PackedNumbers.js';

describe('packed numbers', () => {
  it('are the same bytes on every machine', () => {
    expect(packNumbers([1, -2])).toBe('AQAAAP7///8=');
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers);
      }),
    );
  });
});
