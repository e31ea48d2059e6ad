import { createHash } from 'node:crypto';
import type { Severity } from '../checks/Finding.js';
import type { FileReport, LintReport, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { Reporter, ReporterContext } from './Reporter.js';
import { fingerprintFindings } from './shared/fingerprintFindings.js';
import { jsonText } from './shared/jsonText.js';
import { oneLine } from './shared/printable.js';
import { problemPlace } from './shared/problemPlace.js';
import { withProjectPaths } from './shared/withProjectPaths.js';

/** For GitLab's Code Quality: https://docs.gitlab.com/ci/testing/code_quality/. */
export const gitlab: Reporter = {
  name: 'gitlab',
  report(report: LintReport, context: ReporterContext): string {
    const { files, problems } = withProjectPaths(report, context);
    return jsonText([...files.flatMap(fileIssues), ...problems.map(problemIssue)]);
  },
};

function fileIssues(file: FileReport): readonly object[] {
  const lines = new SourceLines(file.source);
  const fingerprints = fingerprintFindings(file);
  return file.findings.map(({ message, rule, severity, range }, index) => ({
    type: 'issue',
    check_name: rule,
    // GitLab doesn't show `check_name`.
    description: `${oneLine(message)} (${oneLine(rule)})`,
    categories: ['Style'],
    severity: severityOf(severity),
    fingerprint: fingerprints[index] ?? '',
    location: {
      path: file.path,
      positions: { begin: lines.positionAt(range.start), end: lines.positionAt(range.end) },
    },
  }));
}

function problemIssue(problem: RunProblem): object {
  const { path, line } = problemPlace(problem);
  return {
    type: 'issue',
    check_name: 'tactful',
    description: oneLine(problem.message),
    categories: ['Bug Risk'],
    severity: problem.level === 'warning' ? 'minor' : 'critical',
    fingerprint: createHash('sha256')
      .update(`${path}\0problem\0${problem.message}\0${line}`)
      .digest('hex')
      .slice(0, 32),
    location: { path, lines: { begin: line } },
  };
}

function severityOf(severity: Severity): 'major' | 'minor' | 'info' {
  switch (severity) {
    case 'error':
      return 'major';
    case 'warning':
      return 'minor';
    case 'info':
      return 'info';
  }
}
