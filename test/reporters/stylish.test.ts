import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/Finding.js';
import type { FailOn } from '../../src/reporters/Reporter.js';
import { stylish } from '../../src/reporters/stylish.js';
import { awkwardReport, context, emptyReport, findingOn } from './awkwardReport.js';

function reportOf(...findings: readonly Finding[]) {
  return { files: [{ path: 'a.md', source: 'Act now', types: [], language: 'en', says: [], findings }], problems: [] };
}

function summaryOf(failOn: FailOn, ...findings: readonly Finding[]): string | undefined {
  return stylish
    .report(reportOf(...findings), { ...context, failOn })
    .trimEnd()
    .split('\n')
    .at(-1);
}

describe('stylish', () => {
  it('writes it in colour', async () => {
    await expect(stylish.report(awkwardReport, { ...context, color: true })).toMatchFileSnapshot(
      'golden/stylish-color.txt',
    );
  });

  it('lets no character through that acts on a terminal', () => {
    const output = stylish.report(awkwardReport, context).replaceAll('\n', '');
    expect([...output].filter((character) => /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(character))).toEqual([]);
  });

  it('lets no command of a build server through', () => {
    const lines = stylish.report(awkwardReport, context).split('\n');
    expect(lines.filter((line) => line.trimStart().startsWith('::') || /##\w*\[/u.test(line))).toEqual([]);
  });

  it('says that nothing was found', () => {
    expect(stylish.report(emptyReport, context)).toBe('No findings in 0 files.\n');
    expect(stylish.report(reportOf(), context)).toBe('No findings in 1 file.\n');
  });

  it('counts by severity', () => {
    const finding = findingOn('Act now', 'now');
    expect(summaryOf('error', finding)).toBe('1 warning in 1 of 1 file.');
    expect(
      summaryOf('error', finding, { ...finding, severity: 'error' }, { ...finding, severity: 'info' }, finding),
    ).toBe('1 error, 2 warnings, 1 remark in 1 of 1 file.');
  });

  it('turns red only where the run fails', () => {
    const report = reportOf(findingOn('Act now', 'now'));
    const red = '\u001b[31m1 warning';
    expect(stylish.report(report, { ...context, color: true, failOn: 'warning' })).toContain(red);
    expect(stylish.report(report, { ...context, color: true, failOn: 'error' })).not.toContain(red);
    expect(stylish.report(report, { ...context, color: true, failOn: 'never' })).not.toContain(red);
  });
});
