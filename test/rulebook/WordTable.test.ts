import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUp, writeWordTable } from '../../src/rulebook/WordTable.js';

describe('WordTable', () => {
  it('finds the list of every word, and nothing for others', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z', "'", '-', 'ж'), minLength: 1, maxLength: 4 });
    const lists = fc.dictionary(word, fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(lists, fc.array(word), (words, others) => {
        const table = writeWordTable(Object.entries(words));
        for (const asked of [...Object.keys(words), ...others]) {
          expect(lookUp(table, asked)).toEqual(Object.hasOwn(words, asked) ? words[asked]?.map(String) : []);
        }
      }),
    );
  });

  it('is the same text in whichever order the words come', () => {
    const entries = [
      ['schalten', ['ab', 3]],
      ['gehen', ['auf', 1, 'ab', 2]],
    ] as const;
    expect(writeWordTable([...entries].reverse())).toBe(writeWordTable(entries));
    expect(lookUp(writeWordTable(entries), 'gehen')).toEqual(['auf', '1', 'ab', '2']);
  });

  it('knows nothing when it is empty', () => {
    expect(lookUp(writeWordTable([]), 'gehen')).toEqual([]);
  });
});
