import { join } from 'node:path';
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, OtherFile, RelatedPlace, Severity } from '../checks/Finding.js';
import type { RunProblem } from '../linter/LintReport.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { ClientFeatures } from './ClientFeatures.js';
import type { JudgedDocument } from './JudgedDocument.js';
import { rulePage } from './rulePages.js';
import { uriOfPath } from './Workspace.js';

/** Who reports, for editors that show findings of several tools. */
export const diagnosticSource = 'tactful';

/** What a diagnostic carries so that the finding behind it is found again. */
export interface DiagnosticData {
  /** The version of the text that the finding is in. */
  readonly version: number;
  /** The finding's place among those of the text. */
  readonly index: number;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** All that is to be shown in a document: findings, and what could not be read. Positions are UTF-16 code units. */
export function toDiagnostics(judged: JudgedDocument, features: ClientFeatures): Diagnostic[] {
  const { document, result } = judged;
  const language = result.linted?.report.language;
  const findings = result.linted?.report.findings ?? [];
  return [
    ...result.problems.map((problem) => ofProblem(problem, judged, features)),
    ...findings.map((finding, index) => {
      const data: DiagnosticData = { version: document.version, index };
      const page = features.codeDescription ? rulePage(finding.rule, language) : undefined;
      return {
        range: rangeIn(document, finding.range),
        severity: severities[finding.severity],
        code: finding.rule,
        source: diagnosticSource,
        message: finding.message,
        ...(page === undefined ? {} : { codeDescription: { href: page } }),
        ...relatedOf(finding, judged, features),
        ...(features.diagnosticData ? { data } : {}),
      };
    }),
  ];
}

/** The range as editors count it. */
export function rangeIn(document: TextDocument, { start, end }: SourceRange): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

function relatedOf(
  { related }: Finding,
  judged: JudgedDocument,
  { relatedInformation }: ClientFeatures,
): Pick<Diagnostic, 'relatedInformation'> {
  if (!relatedInformation || related.length === 0) return {};
  return { relatedInformation: related.map((place) => toRelated(place, judged)) };
}

function toRelated(
  { label, text, range, file }: RelatedPlace,
  { document, place }: JudgedDocument,
): DiagnosticRelatedInformation {
  const location = file
    ? { uri: uriOfPath(join(place.project.cwd, file.path)), range: rangeOfOther(file) }
    : { uri: document.uri, range: rangeIn(document, range) };
  return { location, message: `${label}: ${text}` };
}

function rangeOfOther({ start, end }: OtherFile): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

/**
 * A mail that cannot be judged for what another file says shows it at its first line, since nothing else tells the user
 * why there are no findings.
 */
function ofProblem(
  { level, path, message, line = 1, column = 1 }: RunProblem,
  { document, place }: JudgedDocument,
  { relatedInformation }: ClientFeatures,
): Diagnostic {
  const severity = level === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
  const shared = { severity, source: diagnosticSource };
  const start = { line: line - 1, character: column - 1 };
  if (path === undefined || path === place.path) {
    const end = document.positionAt(document.offsetAt({ line, character: 0 }));
    return { ...shared, range: { start, end: end.line > start.line ? endOfLine(document, start.line) : end }, message };
  }
  const location = { uri: uriOfPath(join(place.project.cwd, path)), range: { start, end: start } };
  return {
    ...shared,
    range: { start: { line: 0, character: 0 }, end: endOfLine(document, 0) },
    message: `${path}:${line}: ${message}`,
    ...(relatedInformation ? { relatedInformation: [{ location, message }] } : {}),
  };
}

function endOfLine(document: TextDocument, line: number): Range['end'] {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return { line, character: text.replace(/[\r\n]+$/u, '').length };
}
