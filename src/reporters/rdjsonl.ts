import type { Finding, OtherFile, Severity } from '../checks/Finding.js';
import type { FileReport, LintReport, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { Reporter, ReporterContext } from './Reporter.js';
import { jsonLine } from './shared/jsonText.js';
import { markdownText } from './shared/markdownText.js';
import { problemPlace } from './shared/problemPlace.js';

/**
 * For reviewdog, which makes review comments of it on GitHub, GitLab, Bitbucket and Gerrit: a diagnostic in JSON on each
 * line. Columns count UTF-8 bytes. Messages are escaped, because reviewdog posts them as Markdown. Better wordings are
 * part of the message and no `suggestions`: they hold examples (“1 June”) that nobody should commit with one click.
 */
export const rdjsonl: Reporter = {
  name: 'rdjsonl',
  report({ files, problems }: LintReport, { rules }: ReporterContext): string {
    const urls = new Map(rules.map(({ id, url }) => [id, url]));
    const diagnostics = [...files.flatMap((file) => fileDiagnostics(file, urls)), ...problems.map(problemDiagnostic)];
    return diagnostics.map((diagnostic) => `${jsonLine(diagnostic)}\n`).join('');
  },
};

const source = { name: 'tactful' };

function fileDiagnostics(file: FileReport, urls: ReadonlyMap<string, string>): readonly object[] {
  const lines = new SourceLines(file.source);
  return file.findings.map((finding) => {
    const url = urls.get(finding.rule) ?? '';
    return {
      message: messageOf(finding),
      location: { path: file.path, range: byteRange(finding.range, lines) },
      severity: severityOf(finding.severity),
      source,
      code: { value: finding.rule, ...(url === '' ? {} : { url }) },
      ...(finding.related.length === 0 ? {} : { related_locations: relatedLocations(finding, file.path, lines) }),
    };
  });
}

function messageOf({ message, advice, suggestions }: Finding): string {
  return [message, advice, ...suggestions.map((suggestion) => `Better: ${suggestion}`)]
    .map(markdownText)
    .filter((line) => line !== '')
    .join('\n\n');
}

function relatedLocations({ related }: Finding, path: string, lines: SourceLines): readonly object[] {
  return related.map(({ label, text, range, file }) => ({
    message: markdownText(`${label}: “${text}”`),
    location: file === undefined ? { path, range: byteRange(range, lines) } : placeInOther(file),
  }));
}

/** The text of another file is not at hand, so that nobody knows the bytes before a place in its line: lines must do. */
function placeInOther({ path, start, end }: OtherFile): object {
  return { path, range: { start: { line: start.line }, end: { line: end.line } } };
}

function problemDiagnostic(problem: RunProblem): object {
  const { path, line } = problemPlace(problem);
  return {
    message: markdownText(problem.message),
    location: { path, range: { start: { line } } },
    severity: problem.level === 'warning' ? 'WARNING' : 'ERROR',
    source,
  };
}

function byteRange({ start, end }: SourceRange, lines: SourceLines): object {
  return { start: bytePosition(start, lines), end: bytePosition(end, lines) };
}

/** 1-based; the column is that of the place's first byte. */
function bytePosition(offset: number, lines: SourceLines): object {
  const { line } = lines.positionAt(offset);
  const lineStart = lines.rangeOfLine(line).start;
  return { line, column: Buffer.byteLength(lines.slice(lineStart, offset)) + 1 };
}

function severityOf(severity: Severity): 'ERROR' | 'WARNING' | 'INFO' {
  switch (severity) {
    case 'error':
      return 'ERROR';
    case 'warning':
      return 'WARNING';
    case 'info':
      return 'INFO';
  }
}
