import { describe, expect, it } from 'vitest';
import { formatTable } from '../../src/evaluation/formatTable.js';

describe('formatTable', () => {
  it('aligns the first column to the left and the others to the right', () => {
    const rows = [
      ['', 'found', 'F1'],
      ['shouting', '3', '0.75'],
      ['a', '12', '–'],
    ];
    expect(formatTable(rows)).toEqual([
      //
      '          found    F1',
      'shouting      3  0.75',
      'a            12     –',
    ]);
  });
});
