import { describe, expect, it } from 'vitest';
import { isWithin, quotedStretches } from '../../src/reading/quotedStretches.js';

const english = { opening: '“‘"', closing: '”’"' };
const german = { opening: '„‚»›"', closing: '“‘«‹"' };

function quoted(text: string, marks = english): readonly string[] {
  return quotedStretches(text, marks).map(({ start, end }) => text.slice(start, end));
}

describe('quotedStretches', () => {
  it('finds clauses that somebody else has said', () => {
    expect(quoted('They wrote: “Agree by noon or we close your account.” We never will.')).toEqual([
      'Agree by noon or we close your account.',
    ]);
    expect(quoted('Da stand: „Stimmen Sie zu, sonst löschen wir Ihr Konto“, mehr nicht.', german)).toEqual([
      'Stimmen Sie zu, sonst löschen wir Ihr Konto',
    ]);
  });

  it('takes names and labels for the mail’s own words', () => {
    expect(quoted('Tap “I agree to this” by noon or lose the seat.')).toEqual([]);
  });

  it('takes a quotation without company for the mail’s own words', () => {
    expect(quoted('“Agree by noon or we close your account.”')).toEqual([]);
  });

  it('is not misled by apostrophes and marks without a partner', () => {
    expect(quoted('The sellers’ terms, don’t you know, "are what they are and stay so')).toEqual([]);
  });
});

describe('isWithin', () => {
  it('tells whether a range lies in one of many', () => {
    const stretches = Array.from({ length: 50 }, (_, index) => ({ start: index * 10, end: index * 10 + 5 }));
    expect(isWithin({ start: 42, end: 45 }, stretches)).toBe(true);
    expect(isWithin({ start: 44, end: 46 }, stretches)).toBe(false);
    expect(isWithin({ start: 46, end: 48 }, stretches)).toBe(false);
  });
});
