import { stemEnglish } from './stemEnglish.js';

export const stemmingAlgorithms = ['porter'] as const;
export type StemmingAlgorithm = (typeof stemmingAlgorithms)[number];

/** How a language takes the stem of a word. */
export interface Stemming {
  readonly algorithm: StemmingAlgorithm;
  /** Endings that are written in two ways, tried in order; at most one is replaced. */
  readonly respelled: readonly Respelling[];
  /** Folded form → lemma of the words that no rule brings together. */
  readonly irregular: Readonly<Record<string, string>>;
}

export interface Respelling {
  readonly ending: string;
  readonly instead: string;
  /** The fewest letters of a word that this is done to. */
  readonly shortest: number;
}

const algorithms: Readonly<Record<StemmingAlgorithm, (word: string) => string>> = { porter: stemEnglish };

/**
 * A function from a folded form to its stem. All forms of a word, irregular ones too, have the same.
 *
 * @example const stemOf = stemmerOf(stemming); stemOf('lost') === stemOf('losing') // true
 */
export function stemmerOf(stemming: Stemming): (form: string) => string {
  const irregular = new Map(Object.entries(stemming.irregular));
  const stem = algorithms[stemming.algorithm];
  return (form) => {
    const respelled = respell(irregular.get(form) ?? form, stemming.respelled);
    return stem(irregular.get(respelled) ?? respelled);
  };
}

function respell(form: string, respellings: readonly Respelling[]): string {
  const fitting = respellings.find(({ ending, shortest }) => form.length >= shortest && form.endsWith(ending));
  return fitting ? form.slice(0, form.length - fitting.ending.length) + fitting.instead : form;
}
