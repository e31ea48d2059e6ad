import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSpan,
  type CalendarDay,
  dayOf,
  dayOfIso,
  daysIn,
  endOf,
  partsOf,
} from '../../../src/reading/calendar/CalendarDay.js';

const anyDay = fc.integer({ min: 0, max: 60_000 });

function isoOf(day: CalendarDay): string {
  const { year, month, day: date } = partsOf(day);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}

describe('dayOfIso', () => {
  it('counts days from 1970 on', () => {
    expect(dayOfIso('1970-01-01')).toBe(0);
    expect(dayOfIso('1970-02-01')).toBe(31);
    expect(dayOfIso('2026-11-24')).toBe(20_781);
  });

  it.each(['2027-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '24.11.2026', 'soon', ''])(
    'knows no day “%s”',
    (text) => {
      expect(dayOfIso(text)).toBeUndefined();
    },
  );

  it('knows leap days', () => {
    expect(dayOfIso('2028-02-29')).toBeDefined();
    expect(dayOfIso('2000-02-29')).toBeDefined();
    expect(dayOfIso('2100-02-29')).toBeUndefined();
  });

  it('takes back every day that it gives', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOfIso(isoOf(day))).toBe(day);
      }),
    );
  });
});

describe('partsOf', () => {
  it('names the weekday', () => {
    expect(partsOf(dayOfIso('2026-11-24') ?? 0).weekday).toBe(2);
    expect(partsOf(dayOfIso('2026-11-29') ?? 0).weekday).toBe(7);
  });

  it('goes one weekday on each day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(partsOf(day + 1).weekday).toBe((partsOf(day).weekday % 7) + 1);
      }),
    );
  });
});

describe('addSpan', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-24', 2, '2027-01-24'],
  ] as const)('from %s on, %i months end on %s', (start, count, end) => {
    expect(isoOf(addSpan(dayOfIso(start) ?? 0, { count, unit: 'month' }))).toBe(end);
  });

  it('adds weeks as seven days each', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(200), (day, count) => {
        expect(addSpan(day, { count, unit: 'week' })).toBe(addSpan(day, { count: 7 * count, unit: 'day' }));
      }),
    );
  });

  it('ends a month on the same day of the month, or on the last one', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), (day, count) => {
        const [start, end] = [partsOf(day), partsOf(addSpan(day, { count, unit: 'month' }))];
        expect((end.year - start.year) * 12 + end.month - start.month).toBe(count);
        expect(end.day).toBe(Math.min(start.day, daysIn(end.year, end.month)));
      }),
    );
  });

  it('never goes back when the start or the count grows', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.constantFrom('day', 'week', 'month'), (day, count, unit) => {
        const end = addSpan(day, { count, unit });
        expect(addSpan(day + 1, { count, unit })).toBeGreaterThanOrEqual(end);
        expect(addSpan(day, { count: count + 1, unit })).toBeGreaterThan(end);
      }),
    );
  });
});

describe('endOf', () => {
  it.each([
    ['week', '2026-11-29'],
    ['month', '2026-11-30'],
    ['year', '2026-12-31'],
  ] as const)('of the %s of 24 November 2026 is %s', (period, end) => {
    expect(isoOf(endOf(period, dayOfIso('2026-11-24') ?? 0))).toBe(end);
  });

  it('is never before the day, and is its own end', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('week', 'month', 'year'), (day, period) => {
        expect(endOf(period, day)).toBeGreaterThanOrEqual(day);
        expect(endOf(period, endOf(period, day))).toBe(endOf(period, day));
      }),
    );
  });
});

describe('daysIn', () => {
  it('makes each month end where the next begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1970, max: 2200 }), fc.integer({ min: 1, max: 11 }), (year, month) => {
        const last = dayOf(year, month, daysIn(year, month)) ?? Number.NaN;
        expect(dayOf(year, month + 1, 1)).toBe(last + 1);
      }),
    );
  });
});
