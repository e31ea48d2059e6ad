import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/checks/Finding.js';
import type { LintReport } from '../../src/linter/LintReport.js';
import { github } from '../../src/reporters/github.js';
import { awkwardReport, context, emptyReport, findingOn } from './awkwardReport.js';

const source = 'Act now';

function reportOf(...severities: readonly Severity[]): LintReport {
  const findings = severities.map((severity) => findingOn(source, 'now', { severity }));
  return { files: [{ path: 'a.md', source, types: [], language: 'en', says: [], findings }], problems: [] };
}

function levels(report: LintReport): readonly string[] {
  return github
    .report(report, context)
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((level) => level !== '');
}

function repeated(severity: Severity, times: number): readonly Severity[] {
  return Array.from({ length: times }, () => severity);
}

describe('github', () => {
  it('starts every line with a command of its own', () => {
    const lines = github.report(awkwardReport, context).trimEnd().split('\n');
    expect(lines).toHaveLength(14);
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) [^:]*::/u);
  });

  it('keeps properties free of what ends them', () => {
    for (const line of github.report(awkwardReport, context).trimEnd().split('\n')) {
      const properties = line.slice(line.indexOf(' ') + 1, line.indexOf('::', 2)).split(',');
      for (const property of properties)
        expect(property).toMatch(/^(file|line|endLine|col|endColumn|title)=[^,:\r\n]*$/u);
    }
  });

  it('is silent when there is nothing to say', () => {
    expect(github.report(emptyReport, context)).toBe('');
  });

  it('puts the worst first', () => {
    expect(levels(reportOf('info', 'warning', 'error', 'warning'))).toEqual([
      '::error',
      '::warning',
      '::warning',
      '::notice',
    ]);
  });

  it('shows ten of each level', () => {
    expect(levels(reportOf(...repeated('error', 10), ...repeated('info', 10)))).toHaveLength(20);
  });

  it('says how many it leaves out, within the limit for notices', () => {
    const report = reportOf(...repeated('error', 12), ...repeated('info', 10));
    expect(levels(report)).toEqual([...Array(10).fill('::error'), ...Array(10).fill('::notice')]);
    expect(github.report(report, context)).toContain('::notice title=Tactful::3 more not shown');
  });
});
