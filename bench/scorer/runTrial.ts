import type { TrainingPassage } from '../../src/evaluation/training/TrainingPassage.js';
import { dot, type LinearModel, type SparseVector } from '../../src/evaluation/training/trainLinear.js';
import { scorerSettings } from '../../src/evaluation/training/trainScorer.js';
import { leastEvidence } from '../../src/reading/scorer/passageFeatures.js';
import { trainTrial } from './trainTrial.js';
import { featuresOf, shippedWindows, type Trial } from './trials.js';

/** How well an output does on authors that the model has not read. */
export interface TrialScore {
  readonly output: string;
  readonly averagePrecision: number;
  /** At the best threshold. */
  readonly f1: number;
}

type Features = ReadonlyMap<number, number>;

interface Prepared {
  readonly passage: TrainingPassage;
  readonly features: Features;
  readonly windows: readonly Features[];
}

interface Vectorizer {
  readonly size: number;
  vectorOf(features: Features): SparseVector;
}

/**
 * Leaves some authors out at a time and scores their passages.
 *
 * @param authors lists of passages that are measured; all else is learnt from only.
 */
export function runTrial(
  trial: Trial,
  passages: readonly TrainingPassage[],
  authors: readonly string[],
  outputs: readonly string[],
): readonly TrialScore[] {
  const all = passages.map((passage) => prepare(trial, passage));
  const scores = outputs.map((): { score: number; isPositive: boolean }[] => []);
  for (const left of groupsOf(authors)) {
    const isLeft = ({ passage }: Prepared): boolean => left.includes(passage.author);
    const others = all.filter((one) => !isLeft(one) && (trial.learnsFrom?.(one.passage) ?? true));
    const vectorizer = vectorizerOf(others, trial.groupScales ?? scorerSettings.groupScales);
    const models = train(trial, others, vectorizer, outputs);
    for (const { passage, windows } of all.filter(isLeft)) {
      const vectors = windows.map((features) => vectorizer.vectorOf(features));
      for (const [index, output] of outputs.entries()) {
        const model = models[index];
        if (!model || passage.undecided.has(output)) continue;
        const score = Math.max(...vectors.map((vector) => model.bias + dot(model.weights, vector)));
        scores[index]?.push({ score, isPositive: passage.labels.has(output) });
      }
    }
  }
  return outputs.map((output, index) => ({ output, ...judge(scores[index] ?? []) }));
}

/** Leaving out several authors at a time takes a fraction of the time; what is compared is left out alike. */
const authorsAtATime = 4;

function groupsOf(authors: readonly string[]): readonly (readonly string[])[] {
  return authors.flatMap((_, index) =>
    index % authorsAtATime === 0 ? [authors.slice(index, index + authorsAtATime)] : [],
  );
}

function prepare(trial: Trial, passage: TrainingPassage): Prepared {
  const seen = trial.seenAs?.(passage) ?? passage;
  const windows = (trial.windows ?? shippedWindows)(seen);
  return { passage, features: featuresOf(seen), windows: windows.map(featuresOf) };
}

function train(trial: Trial, others: readonly Prepared[], vectorizer: Vectorizer, outputs: readonly string[]) {
  const vectors = others.map(({ features }) => vectorizer.vectorOf(features));
  const settings = { ...scorerSettings, positiveWeight: 1, isAveraged: false, ...trial.settings };
  return outputs.map((output): LinearModel => {
    const decided = others.flatMap(({ passage }, at) => (passage.undecided.has(output) ? [] : [at]));
    const isPositive = decided.map((at) => others[at]?.passage.labels.has(output) ?? false);
    return trainTrial(
      decided.flatMap((at) => vectors[at] ?? []),
      isPositive,
      vectorizer.size,
      settings,
    );
  });
}

/** Weighs features by rarity and brings each group to length one, as the shipped training does. */
function vectorizerOf(others: readonly Prepared[], groupScales: readonly number[]): Vectorizer {
  const counts = new Map<number, number>();
  for (const { features } of others) for (const hash of features.keys()) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= scorerSettings.fewestPassages);
  const rows = new Map(
    frequent.map(([hash, count], row) => [hash, { row, rarity: Math.log(1 + others.length / count) }]),
  );
  const vectorOf = (features: Features): SparseVector => {
    const known = [...features].flatMap(([hash, group]) => {
      const feature = rows.get(hash);
      return feature && groupScales[group] !== 0 ? [{ ...feature, group }] : [];
    });
    const squares = groupScales.map(() => 0);
    for (const { rarity, group } of known) squares[group] = (squares[group] ?? 0) + rarity ** 2;
    const values = known.map(({ rarity, group }) => {
      const length = Math.sqrt(Math.max(squares[group] ?? 0, leastEvidence[group] ?? 1));
      return ((groupScales[group] ?? 0) * rarity) / length;
    });
    return { indexes: Int32Array.from(known, ({ row }) => row), values: Float64Array.from(values) };
  };
  return { size: frequent.length, vectorOf };
}

function judge(scores: readonly { readonly score: number; readonly isPositive: boolean }[]) {
  const sorted = [...scores].sort((a, b) => b.score - a.score);
  const total = sorted.filter(({ isPositive }) => isPositive).length;
  let [right, precisions, f1] = [0, 0, 0];
  for (const [index, { isPositive }] of sorted.entries()) {
    if (isPositive) {
      right += 1;
      precisions += right / (index + 1);
    }
    f1 = Math.max(f1, (2 * right) / (index + 1 + total));
  }
  return { averagePrecision: total === 0 ? 0 : precisions / total, f1 };
}
