import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileReport, RunProblem } from '../../src/linter/LintReport.js';
import { mergeReports } from '../../src/linter/mergeReports.js';
import { orderReport } from '../../src/linter/orderReport.js';
import { ReportError } from '../../src/linter/ReportError.js';

function fileAt(path: string): FileReport {
  return { path, source: '', types: [], language: 'en', says: [], findings: [] };
}

const problem: fc.Arbitrary<RunProblem> = fc.record(
  { message: fc.constantFrom('x', 'y'), path: fc.constantFrom('a', 'b'), line: fc.integer({ min: 1, max: 2 }) },
  { requiredKeys: ['message'] },
);

describe('mergeReports', () => {
  it('makes what one run would have made, however the mails were shared out', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string(), fc.nat({ max: 3 })), { selector: ([path]) => path }),
        fc.array(problem),
        (shared, problems) => {
          const whole = orderReport({ files: shared.map(([path]) => fileAt(path)), problems });
          const shards = [0, 1, 2, 3].map((index) => ({
            name: `${index}.json`,
            report: orderReport({
              files: shared.filter(([, shard]) => shard === index).map(([path]) => fileAt(path)),
              problems,
            }),
          }));
          expect(mergeReports(shards)).toEqual(whole);
          expect(mergeReports(shards.toReversed())).toEqual(whole);
        },
      ),
    );
  });

  it('knows each rule that settings have added once', () => {
    const rule = (id: string) => ({ id, severity: 'info' as const, description: {}, page: {} });
    const reports = [['b', 'a'], ['c', 'b'], []].map((ids, index) => ({
      name: `${index}.json`,
      report: { files: [], problems: [], ...(ids.length > 0 ? { packRules: ids.map(rule) } : {}) },
    }));
    expect(mergeReports(reports).packRules?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(mergeReports([])).not.toHaveProperty('packRules');
  });

  it('refuses two reports of one mail', () => {
    const report = { files: [fileAt('a.md')], problems: [] };
    const reports = ['1.json', '2.json'].map((name) => ({ name, report }));
    expect(() => mergeReports(reports)).toThrow(ReportError);
    expect(() => mergeReports(reports)).toThrow('“a.md” is in “1.json” and in “2.json”.');
  });
});

describe('orderReport', () => {
  it('puts problems of no file first, then by place, each once', () => {
    const problems = [
      { message: 'z', path: 'b' },
      { message: 'x', path: 'a', line: 2 },
      { message: 'y', path: 'a', line: 1, column: 3 },
      { message: 'q' },
      { message: 'x', path: 'a', line: 2 },
    ];
    expect(orderReport({ files: [], problems }).problems).toEqual([problems[3], problems[2], problems[1], problems[0]]);
  });
});
