import type { Finding, RelatedPlace } from '../checks/Finding.js';
import type { ExceptedFinding } from '../linter/exceptions/Exception.js';
import type { FileReport, LintReport, PackRule, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { Reporter, ReporterContext } from './Reporter.js';
import { jsonText } from './shared/jsonText.js';
import { summarize } from './shared/summarize.js';

/**
 * For programs: everything in a report, in the shape of `schemas/report.schema.json`. Lines and columns are 1-based,
 * offsets 0-based; columns and offsets count UTF-16 code units; ends are exclusive. `version` is Tactful's, and the
 * shape changes incompatibly only with its major number.
 */
export const json: Reporter = {
  name: 'json',
  report(report: LintReport, context: ReporterContext): string {
    return jsonText({
      version: context.version,
      files: report.files.map(fileData),
      problems: report.problems.map(problemData),
      ...(report.packRules === undefined ? {} : { rules: report.packRules.map(ruleData) }),
      summary: summarize(report),
    });
  },
};

/** In one order, so that a merged report is the same as that of one run. */
function problemData({ path, message, level, line, column }: RunProblem): object {
  return { path, message, level, line, column };
}

/** Only what reports tell of it. */
function ruleData({ id, severity, description, page }: PackRule): object {
  return { id, severity, description, page };
}

function fileData(file: FileReport): object {
  const lines = new SourceLines(file.source);
  return {
    path: file.path,
    types: file.types.map(({ type, confidence }) => ({ type, confidence })),
    language: file.language ?? null,
    says: file.says,
    ...(file.isIncluded === undefined ? {} : { isIncluded: file.isIncluded }),
    ...(file.unknownLooks === undefined ? {} : { unknownLooks: file.unknownLooks }),
    // Without findings nothing refers to it, and reports stay small.
    ...(refersToSource(file) ? { source: file.source } : {}),
    findings: file.findings.map((finding) => findingData(finding, lines)),
    ...(file.excepted === undefined ? {} : { excepted: file.excepted.map((one) => exceptedData(one, lines)) }),
    ...(file.known === undefined ? {} : { known: file.known.map((finding) => findingData(finding, lines)) }),
  };
}

function refersToSource({ findings, excepted = [], known = [] }: FileReport): boolean {
  return findings.length + excepted.length + known.length > 0;
}

function exceptedData({ finding, exception }: ExceptedFinding, lines: SourceLines): object {
  const { origin, reason, by, until, place } = exception;
  return {
    finding: findingData(finding, lines),
    exception: {
      origin,
      reason,
      ...(by === undefined ? {} : { by }),
      ...(until === undefined ? {} : { until }),
      place,
    },
  };
}

function findingData(finding: Finding, lines: SourceLines): object {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    advice: finding.advice,
    text: finding.text,
    range: rangeData(finding.range, lines),
    related: finding.related.map((related) => relatedData(related, lines)),
    suggestions: finding.suggestions,
    references: finding.references,
    ...(finding.fingerprint === undefined ? {} : { fingerprint: finding.fingerprint }),
    ...(finding.fix === undefined
      ? {}
      : { fix: { range: rangeData(finding.fix.range, lines), text: finding.fix.text } }),
  };
}

function relatedData({ label, text, range, file }: RelatedPlace, lines: SourceLines): object {
  if (!file) return { label, text, range: rangeData(range, lines) };
  const place = { start: { ...file.start, offset: range.start }, end: { ...file.end, offset: range.end } };
  return { label, text, path: file.path, range: place };
}

function rangeData({ start, end }: SourceRange, lines: SourceLines): object {
  return { start: placeData(start, lines), end: placeData(end, lines) };
}

function placeData(offset: number, lines: SourceLines): object {
  return { ...lines.positionAt(offset), offset };
}
