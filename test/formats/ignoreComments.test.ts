import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIgnoreComments } from '../../src/formats/ignoreComments.js';

describe('readIgnoreComments', () => {
  it('reads rules and reason', () => {
    const [note, ...others] = readIgnoreComments(
      'a <!-- tactful-ignore-next one, two\nthree -- the\n reason -- it is -->',
    );
    expect(others).toEqual([]);
    expect(note).toEqual({
      covers: 'next',
      name: 'tactful-ignore-next',
      rules: ['one', 'two', 'three'],
      reason: 'the reason -- it is',
      range: { start: 2, end: 69 },
    });
  });

  it('leaves other comments alone, and those without an end', () => {
    expect(readIgnoreComments('<!-- tactfully --><!--[if mso]> x <![endif]--><!-- tactful-ignore-file a -- b')).toEqual(
      [],
    );
  });

  it('finds the comments of any text where they stand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<!--', '-->', 'tactful-ignore-next', ' ', 'constructor', '--', 'x')),
        (parts) => {
          const text = parts.join('');
          for (const { range } of readIgnoreComments(text)) {
            expect(text.slice(range.start, range.end)).toMatch(/^<!--.*tactful-.*-->$/su);
          }
        },
      ),
    );
  });
});
