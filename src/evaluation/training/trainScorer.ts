import { isAboutMailType } from '../../reading/scorer/mailTypeOutputs.js';
import { featureGroups, leastEvidence, passageFeatures } from '../../reading/scorer/passageFeatures.js';
import type { ScorerModelFile, ScoreThresholds } from '../../reading/scorer/ScorerModel.js';
import { largestWeight, levelOf, packLevels } from '../../reading/scorer/weightLevels.js';
import type { TrainingPassage } from './TrainingPassage.js';
import type { LinearModel, LinearSettings, SparseVector } from './trainLinear.js';
import { trainLinear } from './trainLinear.js';

export interface ScorerSettings extends LinearSettings {
  /** Features in fewer passages are left out. */
  readonly fewestPassages: number;
  /** So many features are kept. */
  readonly most: number;
  /** In the order of `featureGroups`. */
  readonly groupScales: readonly number[];
}

/** Found by leaving one author out at a time; ARCHITECTURE.md has the table of what was tried. */
export const scorerSettings: ScorerSettings = {
  cost: 1,
  rounds: 12,
  fewestPassages: 3,
  most: 15_000,
  groupScales: [1, 1, 0.5],
};

const rarityStep = 0.05;

interface KnownFeature {
  readonly hash: number;
  readonly group: number;
  /** In steps, so that training sees what the packed model will hold. */
  readonly rarity: number;
}

type Passages = readonly TrainingPassage[];

/**
 * Trains one linear model for all outputs, keeps the features that matter most to any of them, trains again on those,
 * and packs the result.
 *
 * @param thresholds for each output; the training itself knows none.
 */
export function trainScorer(
  passages: Passages,
  outputs: readonly string[],
  thresholds: (output: string) => ScoreThresholds,
  settings: ScorerSettings = scorerSettings,
): ScorerModelFile {
  const lists = passages.map(featuresOf);
  const all = frequentFeatures(
    lists.map(({ full }) => full),
    settings.fewestPassages,
  );
  const rough = trainAll(passages, lists, all, outputs, settings);
  const kept = mostImportant(all, rough, settings.most);
  const models = trainAll(passages, lists, kept, outputs, settings);
  return pack(kept, outputs, models, thresholds, settings);
}

/** For every feature of a passage, by its hash, its group. */
type FeatureList = ReadonlyMap<number, number>;

interface FeatureLists {
  readonly full: FeatureList;
  /** Without what the mail is for, which the outputs about just that are not told. */
  readonly untyped: FeatureList;
}

/** Leaving authors out trains on the same passages again and again, and reading them is most of the work. */
const knownFeatures = new WeakMap<TrainingPassage, FeatureLists>();

function featuresOf(passage: TrainingPassage): FeatureLists {
  const known = knownFeatures.get(passage);
  if (known) return known;
  const features = {
    full: groupsByHash(passageFeatures(passage.sentences, passage.types)),
    untyped: groupsByHash(passageFeatures(passage.sentences, [])),
  };
  knownFeatures.set(passage, features);
  return features;
}

function groupsByHash(features: ReturnType<typeof passageFeatures>): FeatureList {
  return new Map(features.map(({ hash, group }) => [hash, featureGroups.indexOf(group)]));
}

function frequentFeatures(lists: readonly FeatureList[], fewest: number): readonly KnownFeature[] {
  const counts = new Map<number, number>();
  const groups = new Map<number, number>();
  for (const list of lists) {
    for (const [hash, group] of list) {
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
      groups.set(hash, group);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= fewest)
    .map(([hash, count]) => ({
      hash,
      group: groups.get(hash) ?? 0,
      rarity: Math.min(255, Math.round(Math.log(1 + lists.length / count) / rarityStep)),
    }))
    .sort((a, b) => a.hash - b.hash);
}

function trainAll(
  passages: Passages,
  lists: readonly FeatureLists[],
  features: readonly KnownFeature[],
  outputs: readonly string[],
  settings: ScorerSettings,
): readonly LinearModel[] {
  const rows = new Map(features.map(({ hash }, row) => [hash, row]));
  const full = lists.map((list) => toVector(list.full, rows, features, settings.groupScales));
  const untyped = lists.map((list) => toVector(list.untyped, rows, features, settings.groupScales));
  return outputs.map((output) => {
    const vectors = isAboutMailType(output) ? untyped : full;
    const decided = passages.flatMap(({ undecided }, index) => (undecided.has(output) ? [] : [index]));
    const isPositive = decided.map((index) => passages[index]?.labels.has(output) ?? false);
    const chosen = decided.flatMap((index) => vectors[index] ?? []);
    const costs = decided.map((index) => passages[index]?.cost ?? 1);
    return trainLinear(chosen, isPositive, costs, features.length, settings);
  });
}

function toVector(
  list: FeatureList,
  rows: ReadonlyMap<number, number>,
  features: readonly KnownFeature[],
  groupScales: readonly number[],
): SparseVector {
  const indexes = [...list.keys()].map((hash) => rows.get(hash)).filter((row) => row !== undefined);
  const squares = groupScales.map(() => 0);
  for (const row of indexes) {
    const { group, rarity } = features[row] ?? { group: 0, rarity: 0 };
    squares[group] = (squares[group] ?? 0) + (rarity * rarityStep) ** 2;
  }
  const values = indexes.map((row) => {
    const { group, rarity } = features[row] ?? { group: 0, rarity: 0 };
    const length = Math.sqrt(Math.max(squares[group] ?? 0, leastEvidence[group] ?? 1));
    return ((groupScales[group] ?? 0) * rarity * rarityStep) / length;
  });
  return { indexes: Int32Array.from(indexes), values: Float64Array.from(values) };
}

function mostImportant(
  features: readonly KnownFeature[],
  models: readonly LinearModel[],
  most: number,
): readonly KnownFeature[] {
  const importance = features.map(({ rarity }, row) =>
    Math.max(...models.map(({ weights }) => Math.abs(weights[row] ?? 0) * rarity)),
  );
  const order = features.map((_, row) => row).sort((a, b) => (importance[b] ?? 0) - (importance[a] ?? 0) || a - b);
  const kept = new Set(order.slice(0, most));
  return features.filter((_, row) => kept.has(row));
}

function pack(
  features: readonly KnownFeature[],
  outputs: readonly string[],
  models: readonly LinearModel[],
  thresholds: (output: string) => ScoreThresholds,
  { groupScales }: ScorerSettings,
): ScorerModelFile {
  const hashes = Buffer.alloc(features.length * 4);
  for (const [row, { hash }] of features.entries()) hashes.writeUInt32LE(hash, row * 4);
  const steps = models.map(
    ({ weights }) => weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / largestWeight,
  );
  const levels = new Int8Array(features.length * models.length);
  for (const [output, { weights }] of models.entries()) {
    const step = steps[output] || 1;
    for (const [row, weight] of weights.entries()) levels[row * models.length + output] = levelOf(weight / step);
  }
  return {
    outputs: outputs.map((name, output) => ({
      name,
      bias: rounded(models[output]?.bias ?? 0),
      step: steps[output] ?? 0,
      thresholds: thresholds(name),
    })),
    groupScales,
    hashes: hashes.toString('base64'),
    rarities: Buffer.from(features.map(({ rarity }) => rarity)).toString('base64'),
    rarityStep,
    weights: Buffer.from(packLevels(levels)).toString('base64'),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
