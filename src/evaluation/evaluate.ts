import type { RunProblem } from '../linter/LintReport.js';
import { findHeldOut } from './findHeldOut.js';
import { findLabelled } from './findLabelled.js';
import type { LabelledFile } from './LabelledFile.js';
import { unknownName } from './labelDocument.js';
import type { LabelName, Measured, MeasuredFile } from './Measured.js';
import { measureMails } from './measureMails.js';
import { measurePassages } from './measurePassages.js';
import { chooseRules, type RuleChoice } from './RuleChoice.js';
import { summarize, summarizeLists } from './summarize.js';
import { summarizeTypes } from './summarizeTypes.js';
import type { TestedLinter } from './TestedLinter.js';
import type { TestResult, UnmeasuredLabels } from './TestResult.js';

export interface EvaluateOptions {
  readonly cwd: string;
  /** Ids of the rules to measure; all that the linter has when left out. */
  readonly rules?: readonly string[];
}

/**
 * Measures a linter on all labelled mails and passages that the patterns lead to. What cannot be read or is labelled
 * wrongly becomes a problem; the rest is measured. When rules are asked for, what passages convey is not measured.
 *
 * @example await evaluate(['corpus'], { cwd: process.cwd() }, linter)
 */
export async function evaluate(
  patterns: readonly string[],
  options: EvaluateOptions,
  linter: TestedLinter,
): Promise<TestResult> {
  const choice = chooseRules(linter, options.rules);
  const found = await findLabelled(patterns, options.cwd, (path) => linter.isMail(path));
  const heldOut = await findHeldOut(found.files, options.cwd);
  const mails = await measureMails(
    found.files.filter((file) => file.kind === 'mail'),
    options.cwd,
    choice,
    linter,
  );
  const lists = await measureLists(found.files, options.cwd, choice, linter);
  const measured = [mails, ...lists];
  const labelled = measured.flatMap(({ labels }) => labels);
  const labelProblems = measured.flatMap(({ problems }) => problems);
  return {
    ...countsAndFigures(measured, heldOut.paths),
    mailTypes: options.rules === undefined ? summarizeTypes(mails.types) : undefined,
    unsupported: found.unsupported,
    unmeasured: unmeasuredLabels(labelled, choice, options.rules === undefined),
    problems: [
      ...found.problems,
      ...heldOut.problems,
      ...withoutHeldOutText(labelProblems, found.files, heldOut.paths),
      ...unknownChoices(options.rules ?? [], labelled, choice),
    ],
  };
}

function countsAndFigures(measured: readonly Measured[], heldOut: ReadonlySet<string>) {
  const files = measured.flatMap((each) => each.files);
  const outcomes = measured.flatMap((each) => each.outcomes);
  const isHeldOut = ({ path }: { readonly path: string }) => heldOut.has(path);
  const open = outcomes.filter((outcome) => !isHeldOut(outcome));
  const sizeOf = (kind: MeasuredFile['kind']) =>
    files.reduce((sum, file) => sum + (file.kind === kind ? file.size : 0), 0);
  return {
    mails: sizeOf('mail'),
    passages: sizeOf('passages'),
    open: summarize(open),
    heldOut: files.some(isHeldOut) ? summarize(outcomes.filter(isHeldOut)) : undefined,
    files: summarizeLists(files, outcomes, heldOut),
    misses: open.filter(({ verdict }) => verdict === 'missed'),
    falseAlarms: open.filter(({ verdict }) => verdict === 'false-alarm'),
  };
}

async function measureLists(files: readonly LabelledFile[], cwd: string, choice: RuleChoice, linter: TestedLinter) {
  const lists = files.filter(({ kind }) => kind === 'passages');
  return Promise.all(lists.map(({ path }) => measurePassages(path, cwd, choice, linter)));
}

/** Counts the labels for which the linter has nothing; what passages convey is left out silently where rules are asked for. */
function unmeasuredLabels(
  labels: readonly LabelName[],
  choice: RuleChoice,
  areConveyancesMeasured: boolean,
): readonly UnmeasuredLabels[] {
  const conveyances: ReadonlySet<string> = choice.conveyances;
  const isUnmeasured = ({ about, name }: LabelName) =>
    about === 'rule' ? !choice.known.has(name) : areConveyancesMeasured && !conveyances.has(name);
  const groups = new Map<string, UnmeasuredLabels>();
  for (const { about, name } of labels.filter(isUnmeasured)) {
    const key = `${about} ${name}`;
    groups.set(key, { about, name, labels: (groups.get(key)?.labels ?? 0) + 1 });
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => group);
}

/** A rule that neither the linter nor any label knows was probably mistyped. */
function unknownChoices(
  asked: readonly string[],
  labelled: readonly LabelName[],
  choice: RuleChoice,
): readonly RunProblem[] {
  const isLabelled = new Set(labelled.filter(({ about }) => about === 'rule').map(({ name }) => name));
  const known = [...new Set([...choice.linted, ...isLabelled])].sort();
  return asked
    .filter((rule) => !choice.linted.has(rule) && !isLabelled.has(rule))
    .map((rule) => ({ message: unknownName('rule', rule, known) }));
}

/** What is wrong in a held-out file is told without quoting the file. */
function withoutHeldOutText(
  problems: readonly RunProblem[],
  files: readonly LabelledFile[],
  heldOut: ReadonlySet<string>,
): readonly RunProblem[] {
  const hidden = new Set(
    files
      .filter(({ path }) => heldOut.has(path))
      .flatMap((file) => (file.kind === 'mail' ? [file.path, file.labels] : [file.path])),
  );
  return problems.map((problem) =>
    problem.path !== undefined && hidden.has(problem.path)
      ? { ...problem, message: 'Something is wrong on this line; the file is held out, so it is not quoted here.' }
      : problem,
  );
}
