import type { Severity } from '../../checks/Finding.js';
import type { LintReport } from '../../linter/LintReport.js';

/** The figures of a run. */
export interface Summary {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly problems: number;
  /** How many of them are in mails that were linted all the same, as far as they could be read. */
  readonly problemsInMails: number;
  /** Findings that exceptions let pass. */
  readonly excepted: number;
  /** Findings that the baseline knows. */
  readonly known: number;
  /** What is wrong with exceptions and the baseline, which keeps no mail from being linted. */
  readonly remarks: number;
}

/** Counts what a report holds. */
export function summarize(report: LintReport): Summary {
  const linted = new Set<string | undefined>(report.files.map(({ path }) => path));
  return {
    files: report.files.length,
    filesWithFindings: report.files.filter((file) => file.findings.length > 0).length,
    errors: count(report, 'error'),
    warnings: count(report, 'warning'),
    infos: count(report, 'info'),
    problems: report.problems.filter(({ level }) => level === undefined).length,
    problemsInMails: report.problems.filter(({ level, path }) => level === undefined && linted.has(path)).length,
    excepted: sum(report.files.map(({ excepted = [] }) => excepted.length)),
    known: sum(report.files.map(({ known = [] }) => known.length)),
    remarks: report.problems.filter(({ level }) => level === 'warning').length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function count(report: LintReport, severity: Severity): number {
  let total = 0;
  for (const file of report.files) {
    for (const finding of file.findings) if (finding.severity === severity) total += 1;
  }
  return total;
}
