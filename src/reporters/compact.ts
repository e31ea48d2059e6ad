import type { FileReport, LintReport, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { Reporter } from './Reporter.js';
import { oneLine, printable } from './shared/printable.js';
import { problemLevel } from './shared/problemLevel.js';
import { withoutLogCommands } from './shared/withoutLogCommands.js';

/**
 * For editors, problem matchers and `grep`: a line for each finding, `path:line:column: severity: message [rule]`, with
 * columns in UTF-16 code units.
 */
export const compact: Reporter = {
  name: 'compact',
  report(report: LintReport): string {
    const lines = [...report.files.flatMap(fileLines), ...report.problems.map(problemLine)];
    return withoutLogCommands(lines.map((line) => `${line}\n`).join(''));
  },
};

function fileLines(file: FileReport): readonly string[] {
  const lines = new SourceLines(file.source);
  return file.findings.map(({ range, severity, message, rule }) => {
    const { line, column } = lines.positionAt(range.start);
    return `${printable(file.path)}:${line}:${column}: ${severity}: ${oneLine(message)} [${printable(rule)}]`;
  });
}

function problemLine({ path, line, column, message, level }: RunProblem): string {
  const place = [path === undefined ? 'tactful' : printable(path), line, column].filter((part) => part !== undefined);
  return `${place.join(':')}: ${problemLevel({ level })}: ${oneLine(message)}`;
}
