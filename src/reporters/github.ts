import type { Finding, Severity } from '../checks/Finding.js';
import type { FileReport, LintReport, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { Reporter, ReporterContext } from './Reporter.js';
import { escapedLogData } from './shared/escapedLogData.js';
import { findingText } from './shared/findingText.js';
import { oneLine, printable } from './shared/printable.js';
import { problemLevel } from './shared/problemLevel.js';
import { withoutLogCommands } from './shared/withoutLogCommands.js';
import { withProjectPaths } from './shared/withProjectPaths.js';

type Level = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly level: Level;
  readonly properties: readonly (readonly [name: string, value: string | number])[];
  readonly message: string;
}

/** GitHub shows ten annotations of each level for a step and drops the rest without a word. */
const maximumPerLevel = 10;
const levels: readonly Level[] = ['error', 'warning', 'notice'];

/** For GitHub Actions: workflow commands that put findings beside the changed lines, the worst first. */
export const github: Reporter = {
  name: 'github',
  report(report: LintReport, context: ReporterContext): string {
    const { files, problems } = withProjectPaths(report, context);
    const annotations = [...problems.map(problemAnnotation), ...files.flatMap(fileAnnotations)];
    return withinLimits(annotations)
      .map((annotation) => `${command(annotation)}\n`)
      .join('');
  },
};

function fileAnnotations(file: FileReport): readonly Annotation[] {
  const lines = new SourceLines(file.source);
  return file.findings.map((finding) => findingAnnotation(finding, file.path, lines));
}

function findingAnnotation(finding: Finding, path: string, lines: SourceLines): Annotation {
  const start = lines.positionAt(finding.range.start);
  const end = lines.positionAt(finding.range.end);
  const [message = '', ...rest] = findingText(finding);
  // GitHub refuses columns on a range over several lines.
  const columns =
    start.line === end.line
      ? ([
          ['col', start.column],
          ['endColumn', end.column],
        ] as const)
      : [];
  return {
    level: levelOf(finding.severity),
    properties: [
      ['file', path],
      ['line', start.line],
      ['endLine', end.line],
      ...columns,
      ['title', printable(finding.rule)],
    ],
    // The log shows the message without the properties, so it says again where it belongs.
    message: [
      `${printable(path)}:${start.line}:${start.column}: ${message} (${printable(finding.rule)})`,
      ...rest,
    ].join('\n'),
  };
}

function problemAnnotation({ path, message, line, column, level }: RunProblem): Annotation {
  const properties: (readonly [string, string | number])[] = [];
  if (path !== undefined) properties.push(['file', path]);
  if (path !== undefined && line !== undefined) properties.push(['line', line]);
  if (path !== undefined && line !== undefined && column !== undefined) properties.push(['col', column]);
  const place = [path, line, column].filter((part) => part !== undefined).join(':');
  return {
    level: problemLevel({ level }),
    properties: [...properties, ['title', level === undefined ? 'Tactful could not read everything' : 'Tactful']],
    message: place === '' ? oneLine(message) : `${printable(place)}: ${oneLine(message)}`,
  };
}

function levelOf(severity: Severity): Level {
  return severity === 'info' ? 'notice' : severity;
}

function withinLimits(annotations: readonly Annotation[]): readonly Annotation[] {
  const byLevel = levels.map((level) => annotations.filter((annotation) => annotation.level === level));
  if (byLevel.every((ofLevel) => ofLevel.length <= maximumPerLevel)) return byLevel.flat();
  // The closing notice counts as a notice itself.
  const shown = byLevel.flatMap((ofLevel, index) =>
    ofLevel.slice(0, levels[index] === 'notice' ? maximumPerLevel - 1 : maximumPerLevel),
  );
  return [...shown, leftOut(annotations.length - shown.length)];
}

function leftOut(count: number): Annotation {
  const message = `${count} more not shown here, because GitHub shows ${maximumPerLevel} of each level. Use --format stylish, json or sarif to see all.`;
  return { level: 'notice', properties: [['title', 'Tactful']], message };
}

function command({ level, properties, message }: Annotation): string {
  const list = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))}`).join(',');
  return `::${level} ${list}::${escapedLogData(withoutLogCommands(message))}`;
}

function escapedProperty(text: string): string {
  // Escapes for the terminal would act in the log, where properties of an unknown file are printed.
  return escapedLogData(printableButLineBreaks(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Line breaks are escaped reversibly, so that a path that has some still names its file. */
function printableButLineBreaks(text: string): string {
  return [...text]
    .map((character) => (character === '\r' || character === '\n' ? character : printable(character)))
    .join('');
}
