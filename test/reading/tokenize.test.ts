import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/reading/Token.js';
import { type TokenRules, tokenize } from '../../src/reading/tokenize.js';

const german: TokenRules = { ordinalDot: true, ordinalEndings: [] };
const english: TokenRules = { ordinalDot: false, ordinalEndings: ['st', 'nd', 'rd', 'th'] };

function tokens(text: string, rules?: TokenRules): readonly Token[] {
  return tokenize(text, 0, text.length, [], rules);
}

function forms(text: string, rules?: TokenRules): readonly string[] {
  return tokens(text, rules).map((token) => token.form);
}

function kinds(text: string, rules?: TokenRules): readonly string[] {
  return tokens(text, rules).map((token) => token.kind);
}

describe('tokenize', () => {
  it('keeps what belongs to a word', () => {
    expect(forms("don't E-Mail-Adresse Kund:innen Nutzer*in Leser_innen")).toEqual([
      "don't",
      'e-mail-adresse',
      'kund:innen',
      'nutzer*in',
      'leser_innen',
    ]);
  });

  it('parts words at slashes, colons before a capital, and hyphens with nothing behind', () => {
    expect(forms('und/oder Frist:Heute Geld- und')).toEqual([
      'und',
      '/',
      'oder',
      'frist',
      ':',
      'heute',
      'geld',
      '-',
      'und',
    ]);
  });

  it('keeps dotted letters together', () => {
    expect(forms('at 5 p.m. in the U.S. now')).toEqual(['at', '5', 'p.m.', 'in', 'the', 'u.s.', 'now']);
  });

  it.each([
    ['1.200,50', 'number'],
    ['1,200.50', 'number'],
    ["1'200", 'number'],
    ['1\u202f200', 'number'],
    ['23:59', 'clock'],
    ['24:00', 'clock'],
    ['25.5.2018', 'numeric-date'],
    ['25.05.18', 'numeric-date'],
    ['2018-05-25', 'numeric-date'],
    ['5/25/2018', 'numeric-date'],
    ['€', 'money-sign'],
    ['%', 'percent'],
    ['§', 'symbol'],
    ['👍🏽', 'symbol'],
    ['?!!', 'punctuation'],
    ['https://example.org/a?b=c', 'address'],
    ['www.example.org', 'address'],
    ['name@example.org', 'address'],
    ['terms-2026.pdf', 'address'],
  ])('takes %s as one %s', (text, kind) => {
    expect(tokens(text, german)).toMatchObject([{ kind, start: 0, end: text.length }]);
  });

  it.each([
    ['99:70', ['number', 'punctuation', 'number']],
    ['24/7', ['number', 'punctuation', 'number']],
    ['24h', ['number', 'word']],
    ['14-Tage-Frist', ['number', 'punctuation', 'word']],
    ['7:30pm', ['clock', 'word']],
  ])('takes %s apart', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('says of a number with a full stop whether it may be a clock time', () => {
    expect(tokens('23.59').at(0)?.mayBeClock).toBe(true);
    expect(tokens('23.61').at(0)?.mayBeClock).toBeUndefined();
  });

  it('reads ordinals as the language writes them', () => {
    expect(kinds('am 25. Mai', german)).toEqual(['word', 'ordinal', 'word']);
    expect(kinds('25.–27. Mai', german)).toEqual(['ordinal', 'punctuation', 'ordinal', 'word']);
    expect(kinds('Es kostet 25.', german)).toEqual(['word', 'word', 'number', 'punctuation']);
    expect(kinds('im Jahr 2026. mehr', german)).toEqual(['word', 'word', 'number', 'punctuation', 'word']);
    expect(kinds('bis 25.5. um', german)).toEqual(['word', 'numeric-date', 'word']);
    expect(kinds('on the 1st', english)).toEqual(['word', 'word', 'ordinal']);
    expect(kinds('Version 2.5.', english)).toEqual(['word', 'number', 'punctuation']);
  });

  it('leaves the full stop after an address out', () => {
    expect(forms('(see www.example.org/a).')).toEqual(['(', 'see', 'www.example.org/a', ')', '.']);
  });

  it('keeps a placeholder as one token', () => {
    const text = 'until {{ a.b }}, please';
    expect(tokenize(text, 0, text.length, [{ start: 6, end: 15 }])).toMatchObject([
      { kind: 'word' },
      { kind: 'placeholder', start: 6, end: 15 },
      { form: ',' },
      { form: 'please' },
    ]);
    expect(tokenize(text, 16, text.length, [{ start: 6, end: 15 }])).toHaveLength(1);
  });

  it('covers everything but white space, in order and without overlap', () => {
    const unit = fc.oneof(fc.constantFrom(..."ab.1:-/@*'’ \n§é𝟐🎉"), fc.string({ unit: 'grapheme', maxLength: 1 }));
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join('');
        let position = 0;
        for (const token of tokens(text, german)) {
          expect(text.slice(position, token.start)).toMatch(/^(?:\s|\p{Cf}|\p{Default_Ignorable_Code_Point})*$/u);
          expect(token.end).toBeGreaterThan(token.start);
          position = token.end;
        }
        expect(text.slice(position)).toMatch(/^(?:\s|\p{Cf}|\p{Default_Ignorable_Code_Point})*$/u);
      }),
    );
  });

  it.each(['1-', '1.', 'a.', '1:1/', 'a@', "a'"])('stays linear for long runs of %s', (piece) => {
    expect(tokens(piece.repeat(100_000), german).length).toBeLessThanOrEqual(400_000);
  });
});
