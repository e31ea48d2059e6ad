import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemesOf } from '../../../src/reporters/shared/graphemes.js';

describe('graphemesOf', () => {
  it('takes together what a reader sees as one character', () => {
    const graphemes = [...graphemesOf('e\u0301 👩‍👧!')];
    expect(graphemes.map(({ segment }) => segment)).toEqual(['e\u0301', ' ', '👩‍👧', '!']);
    expect(graphemes.map(({ index }) => index)).toEqual([0, 2, 3, 8]);
  });

  it('gives for plain text what it would give anyway', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string(), (text) => {
        const expected = Array.from(segmenter.segment(text), ({ segment, index }) => ({ segment, index }));
        expect(Array.from(graphemesOf(text), ({ segment, index }) => ({ segment, index }))).toEqual(expected);
      }),
    );
  });
});
