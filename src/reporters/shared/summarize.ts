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
}

/** Counts what a report holds. */
export function summarize(report: LintReport): Summary {
  return {
    files: report.files.length,
    filesWithFindings: report.files.filter((file) => file.findings.length > 0).length,
    errors: count(report, 'error'),
    warnings: count(report, 'warning'),
    infos: count(report, 'info'),
    problems: report.problems.length,
  };
}

function count(report: LintReport, severity: Severity): number {
  let total = 0;
  for (const file of report.files) {
    for (const finding of file.findings) if (finding.severity === severity) total += 1;
  }
  return total;
}
