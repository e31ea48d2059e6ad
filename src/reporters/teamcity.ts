import type { Finding, Severity } from '../checks/Finding.js';
import type { FileReport, LintReport, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { Reporter, ReporterContext, RuleSummary } from './Reporter.js';
import { findingText } from './shared/findingText.js';
import { printable } from './shared/printable.js';
import { problemPlace } from './shared/problemPlace.js';
import { shortened } from './shared/shortened.js';

/** TeamCity's limits, in UTF-16 code units. */
const maximumName = 255;
const maximumText = 4000;

const problemRule: Pick<RuleSummary, 'id' | 'description'> = {
  id: 'tactful',
  description: 'Tactful could not read everything.',
};

/** For TeamCity: service messages that make inspections, the rules first, as it wants them. */
export const teamcity: Reporter = {
  name: 'teamcity',
  report({ files, problems }: LintReport, { rules }: ReporterContext): string {
    const used = usedRules(files, problems, rules);
    const lines = [...used.map(ruleLine), ...files.flatMap(fileLines), ...problems.map(problemLine)];
    return lines.map((line) => `${line}\n`).join('');
  },
};

type NamedRule = Pick<RuleSummary, 'id' | 'description'>;

function usedRules(
  files: readonly FileReport[],
  problems: readonly RunProblem[],
  rules: readonly RuleSummary[],
): readonly NamedRule[] {
  const ids = [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const named = ids.map((id): NamedRule => known.get(id) ?? { id, description: id });
  return problems.length > 0 ? [...named, problemRule] : named;
}

function ruleLine({ id, description }: NamedRule): string {
  return message('inspectionType', [
    ['id', shortened(id, maximumName)],
    ['name', shortened(id, maximumName)],
    ['description', shortened(description, maximumText)],
    ['category', 'Tactful'],
  ]);
}

function fileLines(file: FileReport): readonly string[] {
  const lines = new SourceLines(file.source);
  return file.findings.map((finding) => findingLine(finding, file.path, lines));
}

function findingLine(finding: Finding, path: string, lines: SourceLines): string {
  return inspection(
    finding.rule,
    findingText(finding).join('\n'),
    path,
    lines.positionAt(finding.range.start).line,
    severityOf(finding.severity),
  );
}

function problemLine(problem: RunProblem): string {
  const { path, line } = problemPlace(problem);
  return inspection(problemRule.id, problem.message, path, line, problem.level === 'warning' ? 'WARNING' : 'ERROR');
}

function inspection(rule: string, text: string, path: string, line: number, severity: string): string {
  return message('inspection', [
    ['typeId', shortened(rule, maximumName)],
    ['message', shortened(text, maximumText)],
    ['file', shortened(path, maximumText)],
    ['line', String(line)],
    ['SEVERITY', severity],
  ]);
}

function message(name: string, attributes: readonly (readonly [string, string])[]): string {
  const list = attributes.map(([key, value]) => `${key}='${escaped(value)}'`);
  return `##teamcity[${[name, ...list].join(' ')}]`;
}

const escapes: Readonly<Record<string, string>> = {
  "'": "|'",
  '|': '||',
  '[': '|[',
  ']': '|]',
  '\n': '|n',
  '\r': '|r',
  '\u0085': '|x',
  '\u2028': '|l',
  '\u2029': '|p',
};

function escaped(text: string): string {
  let result = '';
  for (const character of text) result += escapes[character] ?? printable(character);
  return result;
}

function severityOf(severity: Severity): 'ERROR' | 'WARNING' | 'WEAK WARNING' {
  switch (severity) {
    case 'error':
      return 'ERROR';
    case 'warning':
      return 'WARNING';
    case 'info':
      return 'WEAK WARNING';
  }
}
