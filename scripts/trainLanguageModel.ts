import { longestGroup } from '../src/reading/detectLanguage.js';
import { languageSymbols, symbolsOf } from '../src/reading/languageSymbols.js';

export interface LabelledText {
  readonly language: string;
  readonly text: string;
}

/** What `rules/models/language.json` holds. */
export interface TrainedModel {
  readonly languages: readonly string[];
  readonly threshold: number;
  readonly step: number;
  readonly biases: readonly number[];
  readonly groups: string;
  readonly weights: readonly (readonly number[])[];
}

/** The letter groups of one text by their numbers, and the root of its length that their sum is divided by. */
interface Sample {
  readonly target: number;
  readonly groups: Int32Array;
  readonly root: number;
}

interface Weights {
  readonly biases: Float64Array;
  readonly rows: readonly Float64Array[];
}

const fragmentLengths = [2, 3, 5, 8, 30];
const rounds = 8;
const rate = 0.25;
const decay = 2e-6;
const rarest = 12;
const step = 0.1;

/**
 * Trains the table that tells languages apart: a softmax regression on letter groups, cut down to those that tell most.
 * Only operations whose result is the same on every machine are used.
 *
 * @param languages tags; the last one stands for all languages without a vocabulary and has no weights of its own.
 * @param size how many letter groups to keep.
 */
export function trainLanguageModel(
  texts: readonly LabelledText[],
  languages: readonly string[],
  size: number,
  threshold: number,
): TrainedModel {
  const fragments = balance(texts.flatMap(fragmentsOf), languages);
  const counts = countGroups(fragments);
  const candidates = [...counts].filter(([, count]) => count >= rarest).map(([group]) => group);
  const first = fitWeights(samplesOf(fragments, candidates, languages), candidates.length, languages.length);
  const groups = mostTelling(candidates, counts, first, size);
  const { biases, rows } = fitWeights(samplesOf(fragments, groups, languages), groups.length, languages.length);
  const others = languages.length - 1;
  const relative = (row: Float64Array): number[] =>
    [...row].map((weight, index) => weight - (rows[others]?.[index] ?? 0));
  return {
    languages,
    threshold,
    step,
    biases: [...biases.slice(0, others)].map((bias) => Math.round((bias - (biases[others] ?? 0)) * 1000) / 1000),
    groups: groups.join('|'),
    weights: rows.slice(0, others).map((row) => relative(row).map((weight) => Math.round(weight / step))),
  };
}

/** A text as a whole, and pieces of it of a few words, since most texts to be told are short. */
export function fragmentsOf({ language, text }: LabelledText): readonly LabelledText[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  return fragmentLengths.flatMap((length) => {
    const fragments: LabelledText[] = [];
    const stride = Math.max(length, Math.ceil(words.length / 2));
    for (let start = 0; start < words.length; start += stride) {
      fragments.push({ language, text: words.slice(start, start + length).join(' ') });
    }
    return fragments;
  });
}

/** Repeats the fragments of the languages that there is little text in. */
function balance(fragments: readonly LabelledText[], languages: readonly string[]): readonly LabelledText[] {
  const byLanguage = languages.map((language) => fragments.filter((fragment) => fragment.language === language));
  const most = Math.max(...byLanguage.map(({ length }) => length));
  return byLanguage.flatMap((list) => {
    const copies = list.length === 0 ? 0 : Math.max(1, Math.floor((most * 0.6) / list.length));
    return Array.from({ length: copies }, () => list).flat();
  });
}

function groupsIn(text: string): readonly string[] {
  const symbols = symbolsOf(text)
    .map((symbol) => languageSymbols.charAt(symbol))
    .join('');
  const groups: string[] = [];
  for (let start = 0; start < symbols.length; start++) {
    for (let length = 1; length <= longestGroup && start + length <= symbols.length; length++) {
      groups.push(symbols.slice(start, start + length));
    }
  }
  return groups;
}

function countGroups(fragments: readonly LabelledText[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of fragments) {
    for (const group of groupsIn(text)) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

/** Only groups that can be reached: a group is looked up letter by letter, but not every beginning must have weights. */
function samplesOf(
  fragments: readonly LabelledText[],
  groups: readonly string[],
  languages: readonly string[],
): readonly Sample[] {
  const numbers = new Map(groups.map((group, index) => [group, index]));
  const samples = fragments.map(
    ({ language, text }): Sample => ({
      target: languages.indexOf(language),
      groups: Int32Array.from(groupsIn(text).flatMap((group) => numbers.get(group) ?? [])),
      root: Math.sqrt(symbolsOf(text).length),
    }),
  );
  return shuffled(samples);
}

function fitWeights(samples: readonly Sample[], groupCount: number, languageCount: number): Weights {
  const biases = new Float64Array(languageCount);
  const rows = Array.from({ length: languageCount }, () => new Float64Array(groupCount));
  const squares = Array.from({ length: languageCount }, () => new Float64Array(groupCount).fill(1));
  for (let round = 0; round < rounds; round++) {
    for (const sample of samples) {
      const likelihoods = softmax(rows.map((row, language) => (biases[language] ?? 0) + sumOf(row, sample)));
      for (const [language, row] of rows.entries()) {
        const error = (likelihoods[language] ?? 0) - (language === sample.target ? 1 : 0);
        biases[language] = (biases[language] ?? 0) - 0.01 * error;
        update(row, squares[language] ?? new Float64Array(groupCount), sample, error);
      }
    }
  }
  return { biases, rows };
}

function sumOf(row: Float64Array, { groups, root }: Sample): number {
  let sum = 0;
  for (const group of groups) sum += row[group] ?? 0;
  return sum / root;
}

/** One step of AdaGrad. */
function update(row: Float64Array, squares: Float64Array, { groups, root }: Sample, error: number): void {
  const slope = error / root;
  for (const group of groups) {
    const weight = row[group] ?? 0;
    const gradient = slope + decay * weight;
    const square = (squares[group] ?? 1) + gradient * gradient;
    squares[group] = square;
    row[group] = weight - (rate * gradient) / Math.sqrt(square);
  }
}

function mostTelling(
  groups: readonly string[],
  counts: ReadonlyMap<string, number>,
  { rows }: Weights,
  size: number,
): readonly string[] {
  const mean = (index: number): number => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0) / rows.length;
  const spread = (index: number): number => rows.reduce((sum, row) => sum + ((row[index] ?? 0) - mean(index)) ** 2, 0);
  return groups
    .map((group, index) => ({ group, weight: spread(index) * (counts.get(group) ?? 0) }))
    .sort((one, other) => other.weight - one.weight || (one.group < other.group ? -1 : 1))
    .slice(0, size)
    .map(({ group }) => group)
    .sort();
}

function softmax(values: readonly number[]): readonly number[] {
  const highest = Math.max(...values);
  const powers = values.map((value) => power(value - highest));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}

/** `Math.exp` may differ in its last digit between machines; this one is made of exact operations and near enough. */
function power(exponent: number): number {
  if (exponent < -30) return 0;
  let value = 1 + exponent / 1024;
  for (let doubling = 0; doubling < 10; doubling++) value *= value;
  return value;
}

/** The same order on every machine. */
function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const keyed = items.map((item, index) => ({ item, key: Math.imul(index + 1, 0x9e3779b1) >>> 0 }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
