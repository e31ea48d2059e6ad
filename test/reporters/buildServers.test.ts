import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/checks/Finding.js';
import type { LintReport } from '../../src/linter/LintReport.js';
import { azure } from '../../src/reporters/azure.js';
import type { ReporterContext } from '../../src/reporters/Reporter.js';
import { tap } from '../../src/reporters/tap.js';
import { teamcity } from '../../src/reporters/teamcity.js';
import { awkwardReport, context, emptyReport, findingOn } from './awkwardReport.js';

const source = 'Act now';

function reportOf(message: string, severity: Severity = 'warning', path = 'a.md'): LintReport {
  const findings = [findingOn(source, 'now', { message, severity, advice: '' })];
  return { files: [{ path, source, types: [], language: 'en', says: [], findings }], problems: [] };
}

describe('azure', () => {
  const lineOf = (report: LintReport) => azure.report(report, context).trimEnd();

  it('escapes what ends properties and messages', () => {
    expect(lineOf(reportOf('100%\r\n]; x', 'error', 'a;]\n%.md'))).toBe(
      '##vso[task.logissue type=error;sourcepath=/project/a%3B%5D%0A%25.md;linenumber=1;columnnumber=5;code=false-urgency;]100%25 ]; x (false-urgency)',
    );
  });

  it('writes one command a line, and remarks without one', () => {
    const lines = azure.report(awkwardReport, context).trimEnd().split('\n');
    expect(lines).toHaveLength(14);
    expect(lines.filter((line) => /^##vso\[task\.logissue type=(?:error|warning);[^\]]*\]/u.test(line))).toHaveLength(
      10,
    );
    expect(lineOf(reportOf('x', 'info'))).toBe('a.md:1:5: x (false-urgency)');
    expect(azure.report(emptyReport, context)).toBe('');
  });
});

describe('teamcity', () => {
  it('escapes what ends values', () => {
    const lines = teamcity
      .report(reportOf("it's | [x]", 'error', "a'\n]\u2028.md"), context)
      .trimEnd()
      .split('\n');
    expect(lines[1]).toBe(
      "##teamcity[inspection typeId='false-urgency' message='it|'s || |[x|]' file='a|'|n|]|l.md' line='1' SEVERITY='ERROR']",
    );
  });

  it('describes every rule that is found, once and first', () => {
    const lines = teamcity.report(awkwardReport, context).trimEnd().split('\n');
    const ids = (command: string, key: string) =>
      lines
        .filter((line) => line.startsWith(`##teamcity[${command} `))
        .map((line) => new RegExp(`${key}='((?:[^'|]|\\|.)*)'`, 'u').exec(line)?.[1]);
    const types = ids('inspectionType', 'id');
    expect(new Set(types).size).toBe(types.length);
    expect(new Set(ids('inspection', 'typeId'))).toEqual(new Set(types));
    expect(lines.slice(0, types.length).every((line) => line.startsWith('##teamcity[inspectionType '))).toBe(true);
    for (const line of lines) expect(line).toMatch(/^##teamcity\[\w+(?: \w+='(?:[^'|[\]]|\|.)*')+\]$/u);
  });

  it('keeps to the limits', () => {
    const [, line = ''] = teamcity.report(reportOf('x'.repeat(5000)), context).split('\n');
    expect(/message='([^']*)'/u.exec(line)?.[1]).toHaveLength(4000);
    expect(teamcity.report(emptyReport, context)).toBe('');
  });
});

describe('tap', () => {
  const pointsOf = (report: LintReport, failOn: ReporterContext['failOn'] = 'error') =>
    tap
      .report(report, { ...context, failOn })
      .split('\n')
      .filter((line) => /^(?:not )?ok /u.test(line));

  it('has a point for each mail and problem, as planned', () => {
    expect(tap.report(awkwardReport, context)).toMatch(/^TAP version 14\n1\.\.8\n/u);
    expect(pointsOf(awkwardReport)).toHaveLength(8);
    expect(tap.report(emptyReport, context)).toBe('TAP version 14\n1..0\n');
  });

  it('fails where the run fails', () => {
    expect(pointsOf(reportOf('x'))).toEqual(['ok 1 - a.md']);
    expect(pointsOf(reportOf('x'), 'warning')).toEqual(['not ok 1 - a.md']);
  });

  it('lets no path be a directive', () => {
    expect(pointsOf(reportOf('x', 'error', 'a # SKIP \\.md'))).toEqual(['not ok 1 - a \\# SKIP \\\\.md']);
  });
});
