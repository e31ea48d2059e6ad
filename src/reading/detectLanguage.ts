import type { LanguageModel } from './LanguageModel.js';
import { languageSymbols, symbolsOf } from './languageSymbols.js';

export type { LanguageModel } from './LanguageModel.js';

export interface DetectedLanguage {
  /** The tag of a language of the model, or `und` where none is recognised. */
  readonly language: string;
  /** How likely it is the most likely language of the model, 0 to 1; for `und`, how unlikely all of them are. */
  readonly confidence: number;
}

const unknownLanguage = 'und';

/** So much of a text tells its language; the rest is not read. */
const longestSample = 4000;

/** No letter group is longer. */
export const longestGroup = 4;

const tries = new WeakMap<LanguageModel, Trie>();

/** The letter groups as a tree in flat lists. */
interface Trie {
  /** For every node, the first of which is the root, a child for each symbol; 0 where there is none. */
  readonly children: Int32Array;
  /** For every node a weight for each language. */
  readonly weights: Float64Array;
}

/**
 * Tells the language of a text by its letter groups. A few words are enough; the fewer, the less sure.
 *
 * @returns `und` for what is like none of the model's languages, and for texts without letters.
 * @example detectLanguage('Where is my parcel?', model).language // 'en'
 */
export function detectLanguage(text: string, model: LanguageModel): DetectedLanguage {
  const symbols = symbolsOf(text.slice(0, longestSample));
  if (symbols.length < 3) return { language: unknownLanguage, confidence: 0 };
  const likelihoods = softmax(scores(symbols, model, trieOf(model)));
  const others = likelihoods.at(-1) ?? 0;
  let best = 0;
  for (let index = 1; index < likelihoods.length - 1; index++) {
    if ((likelihoods[index] ?? 0) > (likelihoods[best] ?? 0)) best = index;
  }
  const confidence = likelihoods[best] ?? 0;
  const language = model.languages[best];
  if (language === undefined || confidence < model.threshold) return { language: unknownLanguage, confidence: others };
  return { language, confidence };
}

/** Sums grow with the text, but neighbouring groups say much the same, so they are weighed by the root of its length. */
function scores(symbols: readonly number[], model: LanguageModel, { children, weights }: Trie): readonly number[] {
  const count = model.weights.length;
  const sums = new Float64Array(count);
  for (let start = 0; start < symbols.length; start++) {
    let node = 0;
    const end = Math.min(symbols.length, start + longestGroup);
    for (let position = start; position < end; position++) {
      node = children[node * languageSymbols.length + (symbols[position] ?? 0)] ?? 0;
      if (node === 0) break;
      const first = node * count;
      for (let language = 0; language < count; language++)
        sums[language] = (sums[language] ?? 0) + (weights[first + language] ?? 0);
    }
  }
  const scale = model.step / Math.sqrt(symbols.length);
  return [...model.weights.map((_, language) => (model.biases[language] ?? 0) + (sums[language] ?? 0) * scale), 0];
}

function softmax(values: readonly number[]): readonly number[] {
  const highest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function trieOf(model: LanguageModel): Trie {
  const known = tries.get(model);
  if (known) return known;
  const trie = makeTrie(model);
  tries.set(model, trie);
  return trie;
}

function makeTrie({ groups, weights: rows }: LanguageModel): Trie {
  const mostNodes = 1 + groups.reduce((sum, group) => sum + group.length, 0);
  const children = new Int32Array(mostNodes * languageSymbols.length);
  const weights = new Float64Array(mostNodes * rows.length);
  let nodes = 1;
  for (const [index, group] of groups.entries()) {
    let node = 0;
    for (const character of group) {
      const symbol = languageSymbols.indexOf(character);
      if (symbol < 0) throw new RangeError(`"${group}" is no letter group`);
      const place = node * languageSymbols.length + symbol;
      if (children[place] === 0) children[place] = nodes++;
      node = children[place] ?? 0;
    }
    for (const [language, row] of rows.entries()) weights[node * rows.length + language] = row[index] ?? 0;
  }
  return { children, weights };
}
