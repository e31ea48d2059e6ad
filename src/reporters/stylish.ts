import picocolors from 'picocolors';
import type { Finding, RelatedPlace, Severity } from '../checks/Finding.js';
import type { FileReport, LintReport, MailTypeGuess } from '../linter/LintReport.js';
import { gapKinds, type StyleGap } from '../mail/Mail.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { FailOn, Reporter, ReporterContext } from './Reporter.js';
import { codeFrame, type FrameLine } from './shared/codeFrame.js';
import { countsOf } from './shared/countsOf.js';
import { hasFailingFinding } from './shared/hasFailingFinding.js';
import { oneLine, printable } from './shared/printable.js';
import { summarize } from './shared/summarize.js';
import { withoutLogCommands } from './shared/withoutLogCommands.js';

type Colors = ReturnType<typeof picocolors.createColors>;

/** For people at a terminal: findings by file, each with its passage underlined in the source. */
export const stylish: Reporter = {
  name: 'stylish',
  report(report: LintReport, context: ReporterContext): string {
    const colors = picocolors.createColors(context.color);
    const files = report.files.filter((file) => file.findings.length > 0 || file.language === undefined);
    const sections = files.map((file) => `${fileSection(file, colors)}\n`);
    const summary = summaryLine(report, context.failOn, colors);
    return withoutLogCommands([...sections, ...unknownLooksLine(report, colors), summary, ''].join('\n'));
  },
};

function fileSection(file: FileReport, colors: Colors): string {
  const lines = new SourceLines(file.source);
  const facts = [...file.types.map(typeName), file.language ?? ''].filter((fact) => fact !== '').map(printable);
  const title = colors.underline(printable(file.path)) + (facts.length > 0 ? colors.dim(` (${facts.join(', ')})`) : '');
  const note = file.language === undefined ? [colors.dim(`  ${unknownLanguage}`)] : [];
  return [
    title,
    ...note,
    ...file.findings.flatMap((finding) => ['', ...findingLines(finding, lines, colors)]),
    '',
  ].join('\n');
}

const unknownLanguage = 'No rules about words for the language of this mail: only its structure was looked at.';

function typeName({ type, confidence }: MailTypeGuess): string {
  return confidence < 1 ? `probably ${type}` : type;
}

function findingLines(finding: Finding, lines: SourceLines, colors: Colors): readonly string[] {
  const place = placeOf(lines, finding.range.start);
  const title = [`  ${place}`, paintedSeverity(finding.severity, colors), oneLine(finding.message)].join('  ');
  return [
    `${title}  ${colors.dim(printable(finding.rule))}`,
    ...frameLines(codeFrame(lines, finding.range), finding.severity, colors),
    ...(finding.advice === '' ? [] : [`    ${oneLine(finding.advice)}`]),
    ...finding.related.map((related) => `    ${relatedLine(related, lines, colors)}`),
    ...finding.suggestions.map((suggestion) => `    ${colors.green('Better:')} ${oneLine(suggestion)}`),
  ];
}

function frameLines(frame: readonly FrameLine[], severity: Severity, colors: Colors): readonly string[] {
  const numberWidth = Math.max(...frame.map((line) => (line === 'gap' ? 0 : String(line.number).length)));
  const gutter = `    ${' '.repeat(numberWidth)} ${colors.dim('|')}`;
  return frame.flatMap((line) => {
    if (line === 'gap') return [`    ${colors.dim('.'.repeat(Math.max(numberWidth, 3)))}`];
    const number = String(line.number).padStart(numberWidth);
    return [
      `    ${colors.dim(`${number} |`)} ${line.text}`.trimEnd(),
      `${gutter} ${withoutLead(line.marks, (marks) => painter(severity, colors)(marks))}`,
    ];
  });
}

/** Paints what follows the leading spaces only, so that no escape stands in front of them. */
function withoutLead(marks: string, paint: (text: string) => string): string {
  const text = marks.trimStart();
  return ' '.repeat(marks.length - text.length) + paint(text);
}

function relatedLine(related: RelatedPlace, lines: SourceLines, colors: Colors): string {
  const { file } = related;
  const place = file
    ? `${oneLine(file.path)}:${file.start.line}:${file.start.column}`
    : placeOf(lines, related.range.start);
  return `${oneLine(related.label)}: “${oneLine(related.text)}” ${colors.dim(`(${place})`)}`;
}

function placeOf(lines: SourceLines, offset: number): string {
  const { line, column } = lines.positionAt(offset);
  return `${line}:${column}`;
}

function painter(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    case 'info':
      return colors.blue;
  }
}

function paintedSeverity(severity: Severity, colors: Colors): string {
  return painter(severity, colors)(severity.padEnd('warning'.length));
}

function summaryLine(report: LintReport, failOn: FailOn, colors: Colors): string {
  const summary = summarize(report);
  const text = `${countsOf(summary)}.`;
  const fails = report.files.some((file) => hasFailingFinding(file, failOn));
  if (fails || summary.problems > 0) return colors.red(text);
  return summary.filesWithFindings === 0 ? colors.green(text) : colors.yellow(text);
}

const gapNames: Readonly<Record<StyleGap, string>> = {
  'template-tag': 'decided by a template tag',
  'background-image': 'on a picture',
  'other-file': 'decided in another file',
  computed: 'dependent on the window',
  'too-complex': 'in style sheets that are too large',
};

/** What could not be judged is said, so that nobody takes silence for praise. */
function unknownLooksLine({ files }: LintReport, colors: Colors): readonly string[] {
  const counts = gapKinds.flatMap((gap) => {
    const count = files.reduce((sum, { unknownLooks }) => sum + (unknownLooks?.[gap] ?? 0), 0);
    return count === 0 ? [] : [`${count} ${gapNames[gap]}`];
  });
  return counts.length === 0 ? [] : [colors.dim(`Texts whose size or colour is unknown: ${counts.join(', ')}.`)];
}
