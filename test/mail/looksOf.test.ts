import { describe, expect, it } from 'vitest';
import { looksOf } from '../../src/mail/looksOf.js';
import type { Block } from '../../src/mail/Mail.js';
import { parseForTest } from '../formats/parseForTest.js';

function blockOf(html: string): Block {
  const [block] = parseForTest(`<!doctype html><body>${html}</body>`, 'html').children;
  if (block === undefined) throw new Error('no block');
  return block;
}

describe('looksOf', () => {
  it('gives the runs that a stretch touches', () => {
    const block = blockOf('<p>ab <b>cd</b> ef <i style="color:red">gh</i></p>');
    const bolds = (start: number, end: number) => looksOf(block, start, end).map((run) => [run.start, run.end]);
    expect(bolds(0, 2)).toEqual([[0, 2]]);
    expect(bolds(1, 4)).toEqual([
      [0, 2],
      [3, 5],
    ]);
    expect(bolds(2, 3)).toEqual([]);
    expect(bolds(9, 11)).toEqual([[9, 11]]);
  });

  it('gives one run for a block that looks alike all over', () => {
    const block = blockOf('<p style="font-size:9px">abc</p>');
    expect(looksOf(block, 1, 2).map(({ start, end, style }) => [start, end, style.fontSize])).toEqual([[1, 2, 9]]);
  });
});
