import type { Finding } from '../checks/Finding.js';
import type { FileReport, LintReport, RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { FailOn, Reporter, ReporterContext } from './Reporter.js';
import { failsRun } from './shared/failsRun.js';
import { findingText } from './shared/findingText.js';
import { problemPlace } from './shared/problemPlace.js';
import { reachesThreshold } from './shared/reachesThreshold.js';
import { xmlDocument, xmlElement, xmlTextElement } from './shared/xmlText.js';

/** One suite: a file's, or that of what could not be linted. */
interface Suite {
  readonly name: string;
  readonly cases: readonly (readonly string[])[];
  readonly failures: number;
  readonly errors: number;
}

/**
 * For the test views of Jenkins, GitLab, Azure Pipelines and others: a suite for each mail and a test case for each
 * finding. A finding that does not fail the run is a passing case with its text as output; a mail without findings is one
 * passing case, since an empty suite counts as broken in some of them.
 */
export const junit: Reporter = {
  name: 'junit',
  report({ files, problems }: LintReport, { failOn }: ReporterContext): string {
    const suites = [
      ...files.map((file) => fileSuite(file, failOn)),
      ...problems.filter((problem) => failsRun(problem, failOn)).map(problemSuite),
    ];
    const all = suites.length > 0 ? suites : [passingSuite('tactful')];
    const attributes = {
      name: 'Tactful',
      tests: total(all, ({ cases }) => cases.length),
      failures: total(all, ({ failures }) => failures),
      errors: total(all, ({ errors }) => errors),
    };
    const lines = xmlElement('testsuites', attributes, all.flatMap(suiteLines));
    return xmlDocument(lines);
  },
};

function total(suites: readonly Suite[], count: (suite: Suite) => number): number {
  return suites.reduce((sum, suite) => sum + count(suite), 0);
}

function suiteLines({ name, cases, failures, errors }: Suite): readonly string[] {
  return xmlElement('testsuite', { name, tests: cases.length, failures, errors, skipped: 0 }, cases.flat());
}

function passingSuite(name: string): Suite {
  return { name, cases: [xmlElement('testcase', { name: 'no findings', classname: name })], failures: 0, errors: 0 };
}

function fileSuite(file: FileReport, failOn: FailOn): Suite {
  if (file.findings.length === 0) return passingSuite(file.path);
  const lines = new SourceLines(file.source);
  return {
    name: file.path,
    cases: file.findings.map((finding) => findingCase(finding, file.path, lines, failOn)),
    failures: file.findings.filter(({ severity }) => reachesThreshold(severity, failOn)).length,
    errors: 0,
  };
}

function findingCase(finding: Finding, path: string, lines: SourceLines, failOn: FailOn): readonly string[] {
  const { line, column } = lines.positionAt(finding.range.start);
  const text = `${path}:${line}:${column}: ${findingText(finding).join('\n')}`;
  const content = reachesThreshold(finding.severity, failOn)
    ? xmlTextElement('failure', { type: finding.severity, message: finding.message }, text)
    : xmlTextElement('system-out', {}, `${finding.severity}: ${text}`);
  return xmlElement('testcase', { name: `${finding.rule} (${line}:${column})`, classname: path }, [content]);
}

function problemSuite(problem: RunProblem): Suite {
  const { path, line, column } = problemPlace(problem);
  const error = xmlTextElement(
    'error',
    { type: 'problem', message: problem.message },
    `${path}:${line}:${column}: ${problem.message}`,
  );
  const testCase = xmlElement('testcase', { name: 'can be linted', classname: path }, [error]);
  return { name: path, cases: [testCase], failures: 0, errors: 1 };
}
