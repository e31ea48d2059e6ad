import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PatternError, parsePattern } from '../../src/rulebook/parsePattern.js';

const lemma = (value: string) => ({ type: 'lemma', value }) as const;

describe('parsePattern', () => {
  it.each([
    ['löschen', lemma('löschen')],
    ['Mail:in', lemma('Mail:in')],
    ['"AGB"', { type: 'exact', value: 'AGB' }],
    ['*post', { type: 'ending', value: 'post' }],
    ['Vertrag*', { type: 'beginning', value: 'Vertrag' }],
    [',', { type: 'punctuation', value: ',' }],
    ['"?"', { type: 'punctuation', value: '?' }],
    ['<number>', { type: 'kind', value: 'number' }],
    ['< clock >', { type: 'kind', value: 'clock' }],
    ['{deadline}', { type: 'signal', name: 'deadline', polarity: undefined }],
    ['{consequence:harmful}', { type: 'signal', name: 'consequence', polarity: 'harmful' }],
    ['…', { type: 'gap', most: 6 }],
    ['…3', { type: 'gap', most: 3 }],
    ['…12', { type: 'gap', most: 12 }],
    ['[sehr]', { type: 'optional', child: lemma('sehr') }],
    ['(sehr)', lemma('sehr')],
    ['((sehr))', lemma('sehr')],
  ])('reads %s', (pattern, node) => {
    expect(parsePattern(pattern)).toEqual(node);
  });

  it('reads one item after another, with or without space between', () => {
    const sequence = { type: 'sequence', children: [lemma('so'), { type: 'gap', most: 2 }, lemma('ist')] };
    expect(parsePattern('so …2 ist')).toEqual(sequence);
    expect(parsePattern('  so…2\n  ist ')).toEqual(sequence);
  });

  it('reads more than one word between quotes', () => {
    expect(parsePattern('"nur noch heute"')).toEqual({
      type: 'sequence',
      children: ['nur', 'noch', 'heute'].map((value) => ({ type: 'exact', value })),
    });
  });

  it('reads alternatives of more than one word, and nests', () => {
    expect(parsePattern('(a b|[c|d] e)')).toEqual({
      type: 'alternatives',
      children: [
        { type: 'sequence', children: [lemma('a'), lemma('b')] },
        {
          type: 'sequence',
          children: [
            { type: 'optional', child: { type: 'alternatives', children: [lemma('c'), lemma('d')] } },
            lemma('e'),
          ],
        },
      ],
    });
  });

  it.each([
    ['', 0, 'Expected a word'],
    ['   ', 0, 'Expected a word'],
    ['()', 1, 'Expected a word'],
    ['(a|)', 3, 'Expected a word'],
    ['(a', 2, 'Expected “)”'],
    ['[a b', 4, 'Expected “]”'],
    ['(a]', 2, 'Unexpected “]”'],
    ['a)', 1, 'Unexpected “)”'],
    ['a | b', 2, 'Unexpected “|”'],
    ['a >', 2, 'Unexpected “>”'],
    ['a }', 2, 'Unexpected “}”'],
    ['a "b', 2, 'Expected a closing “"”'],
    ['a {b', 2, 'Expected a closing “}”'],
    ['<>', 1, 'Expected something'],
    ['{ }', 1, 'Expected something'],
    ['a …0', 2, 'A gap is 1 to 12 words, not 0'],
    ['a …13', 2, 'A gap is 1 to 12 words, not 13'],
    ['*ab', 0, 'too short'],
    ['a ab*', 2, 'too short'],
  ])('says what is wrong with “%s”, at %i', (pattern, offset, message) => {
    const error = errorOf(pattern);
    expect(error?.message).toContain(message);
    expect(error?.offset).toBe(offset);
  });

  it('either reads a text or says where in it the mistake is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab ()[]{}<>|"…3*,') }), (pattern) => {
        const error = errorOf(pattern);
        if (!error) return;
        expect(error.offset).toBeGreaterThanOrEqual(0);
        expect(error.offset).toBeLessThanOrEqual(pattern.length);
      }),
    );
  });
});

function errorOf(pattern: string): PatternError | undefined {
  try {
    parsePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
  return undefined;
}
