import type { MeasuredFile } from './Measured.js';
import type { Outcome } from './Outcome.js';
import { score } from './score.js';
import type { Figures, FileFigures, NamedScore, Scores } from './TestResult.js';

/** Scores outcomes per rule and conveyance, overall and per language. */
export function summarize(outcomes: readonly Outcome[]): Figures {
  const languages = [...groupBy(outcomes, ({ language }) => language)];
  return {
    ...scoresOf(outcomes),
    languages: languages.map(([language, ofLanguage]) => ({ language, ...scoresOf(ofLanguage) })),
  };
}

/** Scores the passages lists one by one, so that authors can be compared; a single mail has too few labels for it. */
export function summarizeLists(
  files: readonly MeasuredFile[],
  outcomes: readonly Outcome[],
  heldOut: ReadonlySet<string>,
): readonly FileFigures[] {
  const byPath = groupBy(outcomes, ({ path }) => path);
  return files
    .filter(({ kind }) => kind === 'passages')
    .map((file) => ({ ...file, isHeldOut: heldOut.has(file.path), ...scoresOf(byPath.get(file.path) ?? []) }));
}

function scoresOf(outcomes: readonly Outcome[]): Scores {
  const rules = outcomes.filter(({ about }) => about === 'rule');
  const says = outcomes.filter(({ about }) => about === 'says');
  return { overall: score(rules), rules: scoreByName(rules), saysOverall: score(says), says: scoreByName(says) };
}

function scoreByName(outcomes: readonly Outcome[]): readonly NamedScore[] {
  return [...groupBy(outcomes, ({ name }) => name)].map(([name, ofName]) => ({ name, ...score(ofName) }));
}

/** Groups, sorted by key. */
function groupBy(outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): Map<string, readonly Outcome[]> {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const key = keyOf(outcome);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [outcome]);
    else group.push(outcome);
  }
  return new Map([...groups].sort(([left], [right]) => (left < right ? -1 : 1)));
}
