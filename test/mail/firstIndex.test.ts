import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstIndex } from '../../src/mail/firstIndex.js';

describe('firstIndex', () => {
  it('is where a search from the front would stop', () => {
    const sorted = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(sorted, fc.integer({ min: -1, max: 21 }), (numbers, limit) => {
        const index = numbers.findIndex((number) => number > limit);
        expect(firstIndex(numbers.length, (at) => (numbers[at] ?? 0) > limit)).toBe(index < 0 ? numbers.length : index);
      }),
    );
  });

  it('is 0 where there is nothing', () => {
    expect(firstIndex(0, () => true)).toBe(0);
  });
});
