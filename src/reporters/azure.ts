import { posix, sep } from 'node:path';
import type { Finding } from '../checks/Finding.js';
import type { FileReport, LintReport, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { Reporter, ReporterContext } from './Reporter.js';
import { escapedLogData } from './shared/escapedLogData.js';
import { findingText } from './shared/findingText.js';
import { oneLine, printable } from './shared/printable.js';
import { problemLevel } from './shared/problemLevel.js';
import { withoutLogCommands } from './shared/withoutLogCommands.js';

/**
 * For Azure Pipelines: logging commands that list errors and warnings beside the build, with absolute paths, as its
 * documentation asks for. It knows no third level, so remarks are ordinary lines of the log.
 */
export const azure: Reporter = {
  name: 'azure',
  report({ files, problems }: LintReport, { cwd }: ReporterContext): string {
    const lines = [
      ...files.flatMap((file) => fileLines(file, cwd)),
      ...problems.map((problem) => problemLine(problem, cwd)),
    ];
    return lines.map((line) => `${line}\n`).join('');
  },
};

function fileLines(file: FileReport, cwd: string): readonly string[] {
  const lines = new SourceLines(file.source);
  return file.findings.map((finding) => findingLine(finding, file.path, lines, cwd));
}

function findingLine(finding: Finding, path: string, lines: SourceLines, cwd: string): string {
  const { line, column } = lines.positionAt(finding.range.start);
  const message = `${findingText(finding).join(' ')} (${printable(finding.rule)})`;
  if (finding.severity === 'info') return withoutLogCommands(`${printable(path)}:${line}:${column}: ${message}`);
  return command(message, [
    ['type', finding.severity],
    ['sourcepath', absolute(path, cwd)],
    ['linenumber', line],
    ['columnnumber', column],
    ['code', printable(finding.rule)],
  ]);
}

function problemLine({ path, line, column, message, level }: RunProblem, cwd: string): string {
  const place: (readonly [string, string | number])[] = [];
  if (path !== undefined) place.push(['sourcepath', absolute(path, cwd)]);
  if (path !== undefined && line !== undefined) place.push(['linenumber', line]);
  if (path !== undefined && line !== undefined && column !== undefined) place.push(['columnnumber', column]);
  return command(oneLine(message), [['type', problemLevel({ level })], ...place]);
}

function absolute(path: string, cwd: string): string {
  return posix.join(cwd.split(sep).join('/'), path);
}

function command(message: string, properties: readonly (readonly [string, string | number])[]): string {
  const list = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))};`).join('');
  return `##vso[task.logissue ${list}]${escapedLogData(message.replaceAll(/#(?=#)/gu, '# '))}`;
}

function escapedProperty(text: string): string {
  const escaped = escapedLogData(text).replaceAll(']', '%5D').replaceAll(';', '%3B').replaceAll('##', '#%23');
  return printable(escaped);
}
