import type { FileReport, LintReport, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { FailOn, Reporter, ReporterContext } from './Reporter.js';
import { failsRun } from './shared/failsRun.js';
import { hasFailingFinding } from './shared/hasFailingFinding.js';
import { jsonLine } from './shared/jsonText.js';
import { printable } from './shared/printable.js';
import { problemPlace } from './shared/problemPlace.js';

interface TestPoint {
  readonly passes: boolean;
  readonly description: string;
  /** What the YAML block lists; each is written as JSON, which is YAML. */
  readonly details: readonly object[];
}

/** For what reads the Test Anything Protocol, version 14: a test for each mail, with its findings as a YAML block. */
export const tap: Reporter = {
  name: 'tap',
  report({ files, problems }: LintReport, { failOn }: ReporterContext): string {
    const points = [
      ...files.map((file) => filePoint(file, failOn)),
      ...problems.filter((problem) => failsRun(problem, failOn)).map(problemPoint),
    ];
    return `${['TAP version 14', `1..${points.length}`, ...points.flatMap(pointLines)].join('\n')}\n`;
  },
};

function filePoint(file: FileReport, failOn: FailOn): TestPoint {
  const lines = new SourceLines(file.source);
  return {
    passes: !hasFailingFinding(file, failOn),
    description: file.path,
    details: file.findings.map(({ rule, severity, message, range }) => ({
      rule,
      severity,
      message,
      ...lines.positionAt(range.start),
    })),
  };
}

function problemPoint(problem: RunProblem): TestPoint {
  const { path, line, column } = problemPlace(problem);
  return { passes: false, description: path, details: [{ severity: 'error', message: problem.message, line, column }] };
}

function pointLines({ passes, description, details }: TestPoint, index: number): readonly string[] {
  const point = `${passes ? 'ok' : 'not ok'} ${index + 1} - ${escaped(description)}`;
  if (details.length === 0) return [point];
  return [point, '  ---', '  findings:', ...details.map((detail) => `    - ${jsonLine(detail)}`), '  ...'];
}

/** A number sign would start a directive (`# SKIP`). */
function escaped(text: string): string {
  return printable(text).replaceAll('\\', '\\\\').replaceAll('#', '\\#');
}
