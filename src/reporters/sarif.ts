import type { Finding, OtherFile, Severity } from '../checks/Finding.js';
import type { ExceptedFinding, GrantedException } from '../linter/exceptions/Exception.js';
import type { FileReport, LintReport, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { Reporter, ReporterContext, RuleSummary } from './Reporter.js';
import { fingerprintFindings } from './shared/fingerprintFindings.js';
import { jsonText } from './shared/jsonText.js';
import { lineHashes } from './shared/lineHashes.js';
import { problemLevel } from './shared/problemLevel.js';
import { shortened } from './shared/shortened.js';
import { withProjectPaths } from './shared/withProjectPaths.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** GitHub's limit for a rule's descriptions. */
const maximumDescription = 1024;
/** Findings about a whole mail would each repeat it otherwise. */
const maximumSnippet = 1000;

/** For code scanning: SARIF 2.1.0 with what GitHub asks for on top of the standard. */
export const sarif: Reporter = {
  name: 'sarif',
  report(given: LintReport, context: ReporterContext): string {
    const report = withProjectPaths(given, context);
    const rules = allRules(report, context.rules);
    const ruleIndexes = new Map(rules.map((rule, index) => [rule.id, index]));
    return jsonText({
      $schema: schema,
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Tactful', semanticVersion: context.version, rules: rules.map(ruleData) } },
          columnKind: 'utf16CodeUnits',
          newlineSequences: ['\r\n', '\n', '\r'],
          invocations: [invocation(report.problems)],
          results: report.files.flatMap((file) => fileResults(file, ruleIndexes)),
        },
      ],
    });
  },
};

/** The rules of the run, and those that findings name without being among them, so that every result has its rule. */
function allRules(report: LintReport, known: readonly RuleSummary[]): readonly RuleSummary[] {
  const rules = new Map(known.map((rule) => [rule.id, rule]));
  const findings = report.files.flatMap((file) => [
    ...file.findings,
    ...exceptedOf(file).map(({ finding }) => finding),
  ]);
  for (const { rule: id, severity } of findings) {
    if (!rules.has(id)) rules.set(id, { id, severity, description: id, helpMarkdown: id, url: '' });
  }
  return [...rules.values()];
}

function ruleData({ id, severity, description, helpMarkdown, url }: RuleSummary): object {
  const summary = { text: shortened(description === '' ? id : description, maximumDescription) };
  const help = helpMarkdown === '' ? summary.text : helpMarkdown;
  return {
    id,
    ...nameOf(id),
    shortDescription: summary,
    fullDescription: summary,
    help: { text: help, markdown: help },
    ...(url === '' ? {} : { helpUri: url }),
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags: ['email', 'tone'], 'problem.severity': severity === 'info' ? 'recommendation' : severity },
  };
}

/** A name that says no more than the identifier is a mistake in the eyes of validators (SARIF1001). */
function nameOf(id: string): { readonly name?: string } {
  const name = pascalCase(id);
  return name.toLowerCase() === id.toLowerCase() ? {} : { name };
}

function fileResults(file: FileReport, ruleIndexes: ReadonlyMap<string, number>): readonly object[] {
  const lines = new SourceLines(file.source);
  const suppressions = new Map(exceptedOf(file).map(({ finding, exception }) => [finding, suppression(exception)]));
  const findings = [...file.findings, ...suppressions.keys()];
  const fingerprints = fingerprintFindings({ ...file, findings });
  const hashes = findings.length === 0 ? [] : lineHashes(file.source);
  return findings.map((finding, index) => ({
    ruleId: finding.rule,
    ruleIndex: ruleIndexes.get(finding.rule) ?? -1,
    level: levelOf(finding.severity),
    message: { text: messageText(finding) },
    locations: [location(file, finding.range, lines)],
    relatedLocations: finding.related.map((related, place) => ({
      id: place + 1,
      ...(related.file ? locationAt(related.file, related.range, {}) : location(file, related.range, lines)),
      message: { text: withoutLinks(`${related.label}: ${related.text}`) },
    })),
    partialFingerprints: {
      primaryLocationLineHash: hashes[lines.positionAt(finding.range.start).line - 1] ?? '',
      'tactfulFinding/v1': fingerprints[index] ?? '',
    },
    ...withSuppression(suppressions.get(finding)),
  }));
}

function exceptedOf({ excepted = [] }: FileReport): readonly ExceptedFinding[] {
  return excepted;
}

function withSuppression(suppression: object | undefined): object {
  return suppression === undefined ? {} : { suppressions: [suppression] };
}

function suppression({ origin, reason, by, until }: GrantedException): object {
  const who = by === undefined ? [] : [`granted by ${by}`];
  const term = until === undefined ? [] : [`holds until ${until}`];
  const more = [...who, ...term].join(', ');
  return {
    kind: origin === 'mail' ? 'inSource' : 'external',
    status: 'accepted',
    justification: more === '' ? reason : `${reason} (${more})`,
  };
}

/** What is wrong, why and what to do; related places as links that viewers follow (SARIF 2.1.0, 3.11.6). */
function messageText(finding: Finding): string {
  const related = finding.related.map(({ label, text }, index) => {
    return `${withoutLinks(label)}: [${withoutLinks(text)}](${index + 1})`;
  });
  const suggestions = finding.suggestions.map((suggestion) => `Better: ${withoutLinks(suggestion)}`);
  return [withoutLinks(finding.message), withoutLinks(finding.advice), ...related, ...suggestions]
    .filter((line) => line !== '')
    .join('\n');
}

/** Escapes what would make a link of a template's text. Braces stay: without `arguments` no viewer replaces them. */
function withoutLinks(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('[', '\\[').replaceAll(']', '\\]');
}

function location(file: FileReport, range: SourceRange, lines: SourceLines): object {
  const place = { path: file.path, start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
  const isShown = range.end - range.start <= maximumSnippet;
  return locationAt(place, range, isShown ? { snippet: { text: lines.slice(range.start, range.end) } } : {});
}

function locationAt({ path, start, end }: OtherFile, range: SourceRange, snippet: object): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
        charOffset: range.start,
        charLength: range.end - range.start,
        ...snippet,
      },
    },
  };
}

function invocation(problems: readonly RunProblem[]): object {
  return {
    executionSuccessful: problems.every(({ level }) => level === 'warning'),
    toolExecutionNotifications: problems.map((problem) => ({
      level: problemLevel(problem),
      message: { text: withoutLinks(problem.message) },
      ...(problem.path === undefined ? {} : { locations: [problemLocation(problem.path, problem)] }),
    })),
  };
}

function problemLocation(path: string, { line, column }: RunProblem): object {
  const region = line === undefined ? {} : { region: { startLine: line, ...(column ? { startColumn: column } : {}) } };
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...region } };
}

/** A path with forward slashes as a relative reference; half surrogates, which no URI can hold, become U+FFFD. */
function uriOf(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'info' ? 'note' : severity;
}

function pascalCase(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
