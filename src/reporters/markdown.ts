import type { Finding, Severity } from '../checks/Finding.js';
import type { FileReport, LintReport, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { Reporter } from './Reporter.js';
import { countsOf } from './shared/countsOf.js';
import { markdownCode, markdownText } from './shared/markdownText.js';
import { oneLine } from './shared/printable.js';
import { shortened } from './shared/shortened.js';
import { summarize } from './shared/summarize.js';
import { withoutLogCommands } from './shared/withoutLogCommands.js';

/** GitHub takes comments of 65,536 characters; a little is left for what a pipeline puts around the report. */
const maximumLength = 60_000;
/** Findings about a whole mail would repeat it otherwise. */
const maximumPassage = 300;

/** Some lines that are shown together or not at all. */
interface Section {
  readonly text: string;
  /** How many findings and problems it tells of. */
  readonly entries: number;
}

/**
 * For comments on pull and merge requests and for job summaries, in Markdown as GitHub and GitLab read it. What would make
 * it longer than a comment may be is left out, and its number said.
 */
export const markdown: Reporter = {
  name: 'markdown',
  report(report: LintReport): string {
    const sections = [...problemSections(report.problems), ...report.files.flatMap(fileSections)];
    const shown = fitting(sections);
    const hidden = entriesOf(sections) - entriesOf(shown);
    const rest = hidden === 0 ? [] : [`_${hidden} more not shown here, because comments may not be longer._`];
    const paragraphs = ['## Tactful', `${countsOf(summarize(report))}.`, ...shown.map(({ text }) => text), ...rest];
    return withoutLogCommands(`${paragraphs.join('\n\n')}\n`);
  },
};

function fitting(sections: readonly Section[]): readonly Section[] {
  let length = 0;
  const end = sections.findIndex(({ text }) => {
    length += text.length + 2;
    return length > maximumLength;
  });
  return end < 0 ? sections : sections.slice(0, end);
}

function entriesOf(sections: readonly Section[]): number {
  return sections.reduce((sum, { entries }) => sum + entries, 0);
}

function problemSections(problems: readonly RunProblem[]): readonly Section[] {
  const lesser = problems.filter(({ level }) => level === 'warning');
  return [
    ...problemSection(
      '### Not linted',
      problems.filter((problem) => !lesser.includes(problem)),
    ),
    ...problemSection('### Exceptions to look after', lesser),
  ];
}

function problemSection(title: string, problems: readonly RunProblem[]): readonly Section[] {
  if (problems.length === 0) return [];
  const entries = problems.map((problem) => ({ text: `- ${problemText(problem)}`, entries: 1 }));
  return [{ text: title, entries: 0 }, ...entries];
}

function problemText({ path, line, column, message }: RunProblem): string {
  if (path === undefined) return markdownText(message);
  const place = [line, column].filter((part) => part !== undefined).map((part) => `:${part}`);
  return `${markdownCode(path)}${place.join('')} ${markdownText(message)}`;
}

function fileSections(file: FileReport): readonly Section[] {
  if (file.findings.length === 0) return [];
  const lines = new SourceLines(file.source);
  const entries = file.findings.map((finding) => ({ text: findingEntry(finding, lines), entries: 1 }));
  return [{ text: `### ${markdownCode(file.path)}`, entries: 0 }, ...entries];
}

function findingEntry(finding: Finding, lines: SourceLines): string {
  const { line, column } = lines.positionAt(finding.range.start);
  const passage = shortened(oneLine(finding.text), maximumPassage);
  return [
    `- **${nameOf(finding.severity)}** ${line}:${column} ${markdownCode(finding.rule)}`,
    markdownText(finding.message),
    passage === '' ? '' : `> ${markdownText(passage)}`,
    markdownText(finding.advice),
    finding.suggestions.map((suggestion) => `- Better: ${markdownText(suggestion)}`).join('\n  '),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n  ');
}

function nameOf(severity: Severity): string {
  switch (severity) {
    case 'error':
      return 'Error';
    case 'warning':
      return 'Warning';
    case 'info':
      return 'Remark';
  }
}
