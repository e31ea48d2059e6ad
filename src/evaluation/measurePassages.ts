import type { FileReport } from '../linter/LintReport.js';
import { languageOfPath } from './languageOfPath.js';
import type { LabelName, Measured } from './Measured.js';
import type { Outcome } from './Outcome.js';
import type { RuleChoice } from './RuleChoice.js';
import { type Passage, readPassages } from './readPassages.js';
import { readTextFile } from './readTextFile.js';
import type { TestedLinter } from './TestedLinter.js';

/**
 * Lints every passage of a list as a mail that consists of it alone. Places play no part here: per passage a rule
 * about words is expected or not and reported or not, however often; the same goes for what the passage conveys.
 */
export async function measurePassages(
  path: string,
  cwd: string,
  choice: RuleChoice,
  linter: TestedLinter,
): Promise<Measured> {
  const { text, problems: fileProblems } = await readTextFile(path, cwd);
  const { passages, problems } = readPassages(text, path, choice.known);
  const language = languageOfPath(path);
  const outcomes = passages.flatMap((passage) => {
    const report = linter.lintPassage({ path, types: passage.types, language, text: passage.text });
    return measurePassage(passage, report, { path, language: language ?? report.language ?? 'unknown' }, choice);
  });
  const file = { kind: 'passages', path, language: language ?? 'unknown', size: passages.length } as const;
  return {
    outcomes,
    files: [file],
    labels: passages.flatMap(labelNames),
    problems: [...fileProblems, ...problems],
    types: [],
  };
}

function labelNames({ expect, says }: Passage): readonly LabelName[] {
  return [
    ...expect.map((name) => ({ about: 'rule', name }) as const),
    ...says.map((name) => ({ about: 'says', name }) as const),
  ];
}

function measurePassage(
  passage: Passage,
  report: FileReport,
  file: Pick<Outcome, 'path' | 'language'>,
  choice: RuleChoice,
): readonly Outcome[] {
  const place = { ...file, line: passage.line, column: undefined, passage: passage.id, text: passage.text };
  const tolerate = new Set(passage.tolerate);
  const rules = compare(
    passage.expect.filter((rule) => choice.isMeasuredOnPassages(rule)),
    report.findings.map(({ rule }) => rule).filter((rule) => choice.isMeasuredOnPassages(rule)),
  );
  const says = compare(
    passage.says.filter((said) => choice.conveyances.has(said)),
    report.says.filter((said) => choice.conveyances.has(said)),
  );
  return [
    ...rules.flatMap(({ name, verdict }) => {
      const isTolerated = verdict === 'false-alarm' && tolerate.has(name);
      return isTolerated ? [] : [{ about: 'rule', name, verdict, ...place } as const];
    }),
    ...says.map(({ name, verdict }) => ({ about: 'says', name, verdict, ...place }) as const),
  ];
}

function compare(expected: readonly string[], reported: readonly string[]): Pick<Outcome, 'name' | 'verdict'>[] {
  const isExpected = new Set(expected);
  const isReported = new Set(reported);
  return [
    ...[...isExpected].map((name) => ({ name, verdict: isReported.has(name) ? 'found' : 'missed' }) as const),
    ...[...isReported]
      .filter((name) => !isExpected.has(name))
      .map((name) => ({ name, verdict: 'false-alarm' }) as const),
  ];
}
