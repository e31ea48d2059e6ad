import type { FileReport, LintReport, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { Reporter } from './Reporter.js';
import { findingText } from './shared/findingText.js';
import { problemLevel } from './shared/problemLevel.js';
import { problemPlace } from './shared/problemPlace.js';
import { xmlDocument, xmlElement } from './shared/xmlText.js';

/** For Jenkins' warnings-ng, reviewdog and others that read Checkstyle's XML. Every file is named, also clean ones. */
export const checkstyle: Reporter = {
  name: 'checkstyle',
  report({ files, problems }: LintReport): string {
    const entries = [...files.flatMap(fileLines), ...problems.flatMap(problemLines)];
    const lines = xmlElement('checkstyle', { version: '4.3' }, entries);
    return xmlDocument(lines);
  },
};

function fileLines(file: FileReport): readonly string[] {
  const lines = new SourceLines(file.source);
  const errors = file.findings.flatMap((finding) => {
    const { rule, severity, range } = finding;
    const message = findingText(finding).join('\n');
    return xmlElement('error', { ...lines.positionAt(range.start), severity, message, source: `tactful.${rule}` });
  });
  return xmlElement('file', { name: file.path }, errors);
}

function problemLines(problem: RunProblem): readonly string[] {
  const { path, line, column } = problemPlace(problem);
  const { message } = problem;
  const severity = problemLevel(problem);
  const error = xmlElement('error', { line, column, severity, message, source: 'tactful' });
  return xmlElement('file', { name: path }, error);
}
