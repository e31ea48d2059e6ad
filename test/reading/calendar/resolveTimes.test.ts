import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../../src/reading/calendar/CalendarDay.js';
import { findTimes } from '../../../src/reading/calendar/findTimes.js';
import { resolveTimes } from '../../../src/reading/calendar/resolveTimes.js';
import { tokenize } from '../../../src/reading/tokenize.js';
import { rulebook } from '../../rulebook.js';

/** A Tuesday. */
const sent = dayOfIso('2026-11-24') ?? 0;

function timesIn(text: string, tag: string) {
  const language = rulebook.languages[tag];
  if (!language?.calendar) throw new RangeError(`No calendar for ${tag}`);
  return findTimes(tokenize(text, 0, text.length, [], language.tokens), language.calendar);
}

function daysLeft(text: string, tag: string): number | undefined {
  const day = resolveTimes(timesIn(text, tag), sent);
  return day === undefined ? undefined : day - sent;
}

describe('the days that are left in English', () => {
  it.each([
    ['until tonight', 0],
    ['by tomorrow evening', 1],
    ['the day after tomorrow', 2],
    ['by Friday', 3],
    ['until next Friday', 10],
    ['on Tuesday', 7],
    ['within 24 hours', 1],
    ['within 36 hours', 2],
    ['in the next 90 minutes', 1],
    ['within fourteen days', 14],
    ['within two full weeks', 14],
    ['a fortnight', 14],
    ['for one month', 30],
    ['by 27 November', 3],
    ['by November 27, 2026', 3],
    ['by the 27th of November 2026', 3],
    ['by Friday, 27 November 2026', 3],
    ['by 2026-11-27', 3],
    ['by 11/27/2026', 3],
    ['by 12/1/2026', 7],
    ['by 1/3/2027', 97],
    ['by 3 March', 99],
    ['by the 30th', 6],
    ['by the 1st', 7],
    ['until the end of the month', 6],
    ['by the end of the week', 5],
    ['in December', 37],
    ['within 14 days of 1 December', 21],
    ['today, Tuesday', 0],
  ])('%s: %i', (text, days) => {
    expect(daysLeft(text, 'en')).toBe(days);
  });

  it.each(['in good time', 'by 31 June', 'by 29 February 2027', 'toString days', 'a constructor'])(
    '%s: unknown',
    (text) => {
      expect(daysLeft(text, 'en')).toBeUndefined();
    },
  );
});

describe('the days that are left in German', () => {
  it.each([
    ['bis heute Abend', 0],
    ['bis morgen', 1],
    ['ab übermorgen', 2],
    ['bis Freitagmittag', 3],
    ['bis nächsten Freitag', 10],
    ['binnen 24 Stunden', 1],
    ['innerhalb von zwei Werktagen', 2],
    ['binnen vierzehn Tagen', 14],
    ['in sechs Wochen', 42],
    ['bis zum 27. November', 3],
    ['bis Freitag, 27. November 2026', 3],
    ['bis 27.11.2026', 3],
    ['bis zum 1.12. um 12 Uhr', 7],
    ['am Sonntagabend, dem 29. November', 5],
    ['ab 3. Jänner 2027', 40],
    ['im März', 127],
    ['bis Ende des Monats', 6],
    ['bis Monatsende', 6],
    ['bis zum Jahresende', 37],
  ])('%s: %i', (text, days) => {
    expect(daysLeft(text, 'de')).toBe(days);
  });
});

describe('resolveTimes', () => {
  it('finds no day where none is named', () => {
    expect(resolveTimes([], sent)).toBeUndefined();
    expect(resolveTimes([{ kind: 'date', month: 6, day: 31 }], sent)).toBeUndefined();
  });

  it('finds the leap day years ahead', () => {
    expect(resolveTimes([{ kind: 'date', month: 2, day: 29 }], sent)).toBe(dayOfIso('2028-02-29'));
  });

  it('never finds a day without a year in the past, and none more than a leap gap ahead', () => {
    const month = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(fc.nat(60_000), month, fc.integer({ min: 1, max: 28 }), (from, ofYear, day) => {
        const found = resolveTimes([{ kind: 'date', month: ofYear, day }], from) ?? Number.NaN;
        expect(found).toBeGreaterThanOrEqual(from);
        expect(found).toBeLessThanOrEqual(from + 366);
      }),
    );
  });

  it('finds a weekday within the next seven days', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.integer({ min: 1, max: 7 }), (from, weekday) => {
        const found = resolveTimes([{ kind: 'weekday', weekday, isFollowing: false }], from) ?? Number.NaN;
        expect(found - from).toBeGreaterThanOrEqual(1);
        expect(found - from).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('leaves as many days as a span has', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(1000), (from, count) => {
        expect(resolveTimes([{ kind: 'span', count, length: { days: 1 } }], from)).toBe(from + count);
        expect(resolveTimes([{ kind: 'span', count, length: { hours: 24 } }], from)).toBe(from + count);
        expect(resolveTimes([{ kind: 'span', count, length: { days: 7 } }], from)).toBe(from + 7 * count);
      }),
    );
  });
});
