import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/checks/Finding.js';
import type { Exception } from '../../../src/linter/exceptions/Exception.js';
import { settleFindings } from '../../../src/linter/exceptions/settleFindings.js';

function findingAt(start: number, rest: Partial<Finding> = {}): Finding {
  return {
    rule: 'shouting',
    severity: 'warning',
    message: 'This shouts.',
    advice: 'Say it calmly.',
    text: 'NOW',
    range: { start, end: start + 3 },
    related: [],
    suggestions: [],
    references: [],
    fingerprint: `fingerprint-${start}`,
    ...rest,
  };
}

function exceptionFor(covers: Exception['covers'], rest: Partial<Exception> = {}): Exception {
  return {
    rule: 'shouting',
    reason: 'why',
    origin: 'file',
    place: { path: 'x.yml', line: 2, column: 5 },
    covers,
    ...rest,
  };
}

const context = { path: 'a.md', day: '2026-11-24', unignorable: new Set<string>() };

describe('settleFindings', () => {
  it('goes by where a finding begins', () => {
    const exception = exceptionFor({ type: 'range', range: { start: 10, end: 20 } });
    const findings = [9, 10, 19, 20].map((start) => findingAt(start));
    const settled = settleFindings(findings, [exception], context);
    expect(settled.findings.map(({ range }) => range.start)).toEqual([9, 20]);
    expect(settled.excepted.map(({ finding }) => finding.range.start)).toEqual([10, 19]);
    expect([...settled.used]).toEqual([exception]);
  });

  it('goes by fingerprint, in one file where one is named', () => {
    const covers = { type: 'fingerprint', fingerprint: 'fingerprint-1' } as const;
    const settle = (exception: Exception) => settleFindings([findingAt(1)], [exception], context).findings.length;
    expect(settle(exceptionFor(covers))).toBe(0);
    expect(settle(exceptionFor({ ...covers, path: 'a.md' }))).toBe(0);
    expect(settle(exceptionFor({ ...covers, path: 'b.md' }))).toBe(1);
    expect(settle(exceptionFor(covers, { rule: 'guilt-tripping' }))).toBe(1);
  });

  it('lets an exception hold on its last day, and no longer', () => {
    const exception = exceptionFor({ type: 'fingerprint', fingerprint: 'fingerprint-1' }, { until: '2026-11-24' });
    expect(settleFindings([findingAt(1)], [exception], context).findings).toEqual([]);
    const later = settleFindings([findingAt(1)], [{ ...exception, by: 'Ada' }], { ...context, day: '2026-11-25' });
    expect(later.findings).toMatchObject([
      { advice: expect.stringContaining('granted by Ada, ran out on 2026-11-24') },
    ]);
    expect(later.problems).toMatchObject([{ path: 'x.yml', line: 2, level: 'warning' }]);
  });

  it('takes one that holds before one that has run out', () => {
    const covers = { type: 'fingerprint', fingerprint: 'fingerprint-1' } as const;
    const exceptions = [exceptionFor(covers, { until: '2020-01-01' }), exceptionFor(covers, { reason: 'newer' })];
    expect(settleFindings([findingAt(1)], exceptions, context)).toMatchObject({
      findings: [],
      excepted: [{ exception: { reason: 'newer' } }],
      problems: [],
    });
  });

  it('loses no finding and makes up none', () => {
    const findings = fc.array(fc.nat(50).map((start) => findingAt(start)));
    const exceptions = fc.array(
      fc
        .record({ start: fc.nat(50), end: fc.nat(50), isLate: fc.boolean() })
        .map(({ start, end, isLate }) =>
          exceptionFor({ type: 'range', range: { start, end } }, isLate ? { until: '2020-01-01' } : {}),
        ),
    );
    fc.assert(
      fc.property(findings, exceptions, fc.boolean(), (given, granted, isStrict) => {
        const unignorable = new Set(isStrict ? ['shouting'] : []);
        const settled = settleFindings(given, granted, { ...context, unignorable });
        const starts = [...settled.findings, ...settled.excepted.map(({ finding }) => finding)].map(
          (f) => f.range.start,
        );
        expect(starts.toSorted()).toEqual(given.map((f) => f.range.start).toSorted());
        if (isStrict) expect(settled.excepted).toEqual([]);
      }),
    );
  });
});
