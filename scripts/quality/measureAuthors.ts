/**
 * Measures one language by leaving out one author at a time: for each author a model is trained on all others, with
 * thresholds that the author had no part in either, and the linter is run with it on the author's passages. Prints
 * `AuthorFigures` as JSON. Run by `npm run quality:docs`, or with `npx tsx scripts/quality/measureAuthors.ts de`.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAboutWords } from '../../src/checks/isAboutWords.js';
import { isDutiful } from '../../src/checks/isDutiful.js';
import { matchFrames } from '../../src/checks/matchFrame.js';
import { type Passage, readPassages } from '../../src/evaluation/readPassages.js';
import { chooseThresholds } from '../../src/evaluation/training/chooseThresholds.js';
import { type ForeignScore, noThresholds, scoreForeign } from '../../src/evaluation/training/leaveAuthorsOut.js';
import { judgeForeign, type OutputDefinition, scorerOutputs } from '../../src/evaluation/training/scorerOutputs.js';
import type { TrainingPassage } from '../../src/evaluation/training/TrainingPassage.js';
import { trainScorer } from '../../src/evaluation/training/trainScorer.js';
import { lintText } from '../../src/linter/lintText.js';
import { Scorer } from '../../src/reading/scorer/Scorer.js';
import type { ScorerModelFile, ScoreThresholds } from '../../src/reading/scorer/ScorerModel.js';
import type { Rulebook } from '../../src/rulebook/Rulebook.js';
import { readRulebook } from '../../src/rulebook/readRulebook.js';
import { passageFiles, readTrainingPassages } from '../readTrainingPassages.js';
import { readVerbs } from '../readVerbs.js';
import type { AuthorFigures, Counts, MeasuredOutput } from './AuthorFigures.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [language = 'en'] = process.argv.slice(2);

interface Author {
  readonly name: string;
  readonly model: ScorerModelFile;
  readonly foreign: readonly ForeignScore[];
}

function trainWithout(
  name: string,
  passages: readonly TrainingPassage[],
  outputs: readonly OutputDefinition[],
): Author {
  const names = outputs.map((output) => output.name);
  const others = passages.filter(({ author }) => author !== name);
  const model = trainScorer(others, names, () => noThresholds);
  const scorer = new Scorer(model);
  const own = passages.filter(({ author }) => author === name);
  return { name, model, foreign: own.map((passage) => scoreForeign(passage, scorer)) };
}

/** The thresholds that training would choose had it never seen the author. */
function thresholdsWithout(
  name: string,
  authors: readonly Author[],
  outputs: readonly OutputDefinition[],
  hasFrames: boolean,
): readonly ScoreThresholds[] {
  const foreign = authors.filter((author) => author.name !== name).flatMap((author) => author.foreign);
  return outputs.map((output, index) => {
    const judged = judgeForeign(foreign, output, index);
    const seen = hasFrames ? judged : judged.map((one) => ({ ...one, hasFrame: false }));
    return chooseThresholds(seen, output.precision);
  });
}

function withModel(rulebook: Rulebook, model: ScorerModelFile): Rulebook {
  const known = rulebook.languages[language];
  if (!known) throw new Error(`There is no language “${language}”.`);
  return { ...rulebook, languages: { ...rulebook.languages, [language]: { ...known, scorer: model } } };
}

interface Verdict {
  readonly isExpected: boolean;
  readonly frame: boolean;
  /** With the thresholds for the scorer alone, and with those beside frames. */
  readonly scorer: boolean;
  readonly scorerBeside: boolean;
  readonly together: boolean;
}

interface Measuring {
  readonly rulebook: Rulebook;
  readonly outputs: readonly OutputDefinition[];
  /** What is measured: rules about words by id, conveyances as `says:…`. */
  readonly names: readonly string[];
}

interface MeasuredAuthor {
  readonly author: string;
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>;
  readonly errors: Counts;
  readonly flagged: Flagged;
}

type Flagged = Required<AuthorFigures>['flagged'];

function measureAuthor(author: Author, authors: readonly Author[], measuring: Measuring): MeasuredAuthor {
  const { rulebook, outputs, names } = measuring;
  const beside = thresholdsWithout(author.name, authors, outputs, true);
  const alone = thresholdsWithout(author.name, authors, outputs, false);
  const model = {
    ...author.model,
    outputs: author.model.outputs.map((output, index) => ({ ...output, thresholds: beside[index] ?? noThresholds })),
  };
  const own = withModel(rulebook, model);
  const passages = passagesOfList(author.name);
  const verdicts = new Map(names.map((name): [string, Verdict[]] => [name, []]));
  const errors: Counts = [0, 0, 0];
  const flagged: Flagged = { bad: { flagged: 0, passages: 0 }, fair: { flagged: 0, passages: 0 } };
  for (const [at, passage] of passages.entries()) {
    const foreign = author.foreign[at];
    if (!foreign) throw new Error(`${author.name} has fewer passages than it had when it was read for the training.`);
    const inherited = { types: passage.types, language };
    const { report } = lintText(passage.text, { path: 'p', format: 'text', inherited, isPassage: true }, own);
    countErrors(errors, passage, report.findings, rulebook);
    countFlagged(flagged, passage, report.findings);
    const reported = new Set([
      ...report.findings.map(({ rule }) => rule),
      ...report.says.map((conveyance) => `says:${conveyance}`),
    ]);
    for (const name of names) {
      if (passage.tolerate.includes(name)) continue;
      const index = outputs.findIndex((output) => output.name === name);
      const parts = partsOf(name, index, passage, foreign, measuring);
      verdicts.get(name)?.push({
        isExpected: foreign.passage.labels.has(name),
        frame: parts.hasFrame,
        scorer: parts.score >= (alone[index]?.alone ?? Number.POSITIVE_INFINITY),
        scorerBeside: parts.score >= (beside[index]?.alone ?? Number.POSITIVE_INFINITY),
        together: reported.has(name),
      });
    }
  }
  return { author: author.name, verdicts, errors, flagged };
}

/** What frames and scorer say of a passage, each by itself. */
function partsOf(
  name: string,
  index: number,
  { types }: Passage,
  { passage, scores }: ForeignScore,
  { rulebook, outputs }: Measuring,
): { readonly hasFrame: boolean; readonly score: number } {
  const rule = rulebook.rules.find(({ id }) => id === name);
  const output = outputs[index];
  const isForMail = rule?.mails === undefined || types.some((type) => rule.mails?.includes(type));
  const frames = output?.frames ?? (rule?.check === 'wording' ? rule.frames : []);
  return {
    hasFrame: isForMail && matchFrames(frames, passage.sentences).length > 0,
    score: isForMail ? (scores[index] ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY,
  };
}

type Findings = ReturnType<typeof lintText>['report']['findings'];

/** Labels of rules that never report an error, or not in such a mail, are not missed. */
function countErrors(errors: Counts, passage: Passage, findings: Findings, rulebook: Rulebook): void {
  const reported = new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
  for (const rule of reported) {
    if (passage.expect.includes(rule)) errors[0] += 1;
    else if (!passage.tolerate.includes(rule)) errors[1] += 1;
  }
  if (isDutiful(passage.types)) return;
  const severe = rulebook.rules.filter((rule) => isAboutWords(rule) && rule.severity === 'error').map(({ id }) => id);
  errors[2] += passage.expect.filter((rule) => severe.includes(rule) && !reported.has(rule)).length;
}

/** Whether anything is reported at all; passages that can be seen either way don't count. */
function countFlagged(flagged: Flagged, { expect, tolerate }: Passage, findings: Findings): void {
  if (expect.length === 0 && tolerate.length > 0) return;
  const list = expect.length > 0 ? flagged.bad : flagged.fair;
  list.passages += 1;
  if (findings.length > 0) list.flagged += 1;
}

function passagesOfList(name: string): readonly Passage[] {
  return readPassages(readFileSync(join(root, 'corpus', name), 'utf8'), name, new Set()).passages;
}

function countsOf(verdicts: readonly Verdict[], isFound: (verdict: Verdict) => boolean): Counts {
  const found = verdicts.filter(isFound);
  const right = found.filter(({ isExpected }) => isExpected).length;
  return [right, found.length - right, verdicts.filter(({ isExpected }) => isExpected).length - right];
}

function tallyOf(verdicts: readonly Verdict[], isMeant: (verdict: Verdict) => boolean) {
  const meant = verdicts.filter(isMeant);
  return { found: meant.length, right: meant.filter(({ isExpected }) => isExpected).length };
}

function toOutput(name: string, authors: readonly MeasuredAuthor[]): MeasuredOutput {
  const all = authors.flatMap(({ verdicts }) => verdicts.get(name) ?? []);
  return {
    name: name.replace(/^says:/u, ''),
    isConveyed: name.startsWith('says:'),
    authors: authors.map(({ author, verdicts }) => {
      const own = verdicts.get(name) ?? [];
      return {
        author,
        frames: countsOf(own, ({ frame }) => frame),
        scorer: countsOf(own, ({ scorer }) => scorer),
        together: countsOf(own, ({ together }) => together),
      };
    }),
    framesOnly: tallyOf(all, ({ frame, scorerBeside }) => frame && !scorerBeside),
    scorerOnly: tallyOf(all, ({ frame, scorerBeside }) => !frame && scorerBeside),
    both: tallyOf(all, ({ frame, scorerBeside }) => frame && scorerBeside),
  };
}

function sumOfFlagged(kind: keyof Flagged) {
  const shares = measured.map(({ flagged }) => flagged[kind]);
  return {
    flagged: shares.reduce((sum, share) => sum + share.flagged, 0),
    passages: shares.reduce((sum, share) => sum + share.passages, 0),
  };
}

const rulebook = readRulebook(join(root, 'rules'), await readVerbs());
const passages = await readTrainingPassages(language, rulebook);
const outputs = scorerOutputs(rulebook);
const names = [
  ...rulebook.rules.filter(isAboutWords).map(({ id }) => id),
  ...Object.keys(rulebook.conveyances).map((conveyance) => `says:${conveyance}`),
].sort();
const lists = passageFiles(language);
// Mails and stock phrases are no author's, but have a say in the choice of thresholds, as they have in training.
const authors = [...new Set(passages.map(({ author }) => author))].map((name) => trainWithout(name, passages, outputs));
const measured = authors
  .filter(({ name }) => lists.includes(name))
  .map((author) => measureAuthor(author, authors, { rulebook, outputs, names }));
const figures: AuthorFigures = {
  language,
  passages: passages.filter(({ author }) => lists.includes(author)).length,
  outputs: names.map((name) => toOutput(name, measured)),
  flagged: { bad: sumOfFlagged('bad'), fair: sumOfFlagged('fair') },
  errors: measured.map(({ author, errors }) => ({ author, counts: errors })),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
