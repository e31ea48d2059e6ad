import type { EndingInflection, InflectionRules, NounRules } from './InflectionRules.js';
import { inflectVerb } from './inflectVerb.js';
import type { LemmaForms } from './LemmaForms.js';
import type { VerbTable } from './VerbTable.js';

const noVerbs: VerbTable = new Map();

/**
 * The forms of a word that stands in a pattern. With stems there are none to generate, and `stemOf` says which stem all
 * forms share; otherwise a capitalised lemma is inflected as a noun, an infinitive as a verb, and any other word as an
 * adjective. Forms that do not exist do no harm, so nothing is asked of a lemma but its spelling.
 *
 * @param stemOf how the language takes stems, where its rules say that it does.
 * @param verbs whole conjugations of verbs that are not regular.
 * @throws TypeError when the rules ask for stems and `stemOf` is missing.
 * @example inflect('Frist', rules).forms // ['Frist', 'Fristen', …]
 */
export function inflect(
  lemma: string,
  rules: InflectionRules,
  {
    stemOf,
    verbs = noVerbs,
  }: { readonly stemOf?: ((form: string) => string) | undefined; readonly verbs?: VerbTable } = {},
): LemmaForms {
  switch (rules.method) {
    case 'stem':
      if (!stemOf) throw new TypeError(`No stemmer to find the stem of "${lemma}" with`);
      return { stem: stemOf(lemma), forms: [], separable: [] };
    case 'endings':
      return withEndings(lemma, rules, verbs);
  }
}

function withEndings(lemma: string, rules: EndingInflection, verbs: VerbTable): LemmaForms {
  if (rules.invariable.includes(lemma)) return { forms: [lemma], separable: [] };
  const irregular = Object.hasOwn(rules.irregular, lemma) ? (rules.irregular[lemma] ?? []) : [];
  const isNoun = lemma.charAt(0) !== lemma.charAt(0).toLowerCase();
  if (isNoun) return { forms: unique([lemma, ...nounForms(lemma, rules.nouns), ...irregular]), separable: [] };
  const verb = inflectVerb(lemma, rules.verbs, rules.adjectives, verbs);
  const isSurelyVerb = verb !== undefined && (verbs.has(lemma) || isVerbBySpelling(lemma, rules));
  const adjective = isSurelyVerb ? [] : adjectiveForms(lemma, rules);
  return {
    forms: unique([lemma, ...(verb?.forms ?? []), ...adjective, ...irregular]),
    separable: verb?.separable ?? [],
  };
}

function isVerbBySpelling(lemma: string, { verbs }: EndingInflection): boolean {
  const isPrefixed = [...verbs.separable, ...verbs.inseparable].some((prefix) => lemma.startsWith(prefix));
  return isPrefixed || verbs.unprefixedInfinitives.some((ending) => lemma.endsWith(ending));
}

function nounForms(lemma: string, rules: NounRules): readonly string[] {
  const plain = rules.endings.map((ending) => join(lemma, ending));
  const umlaut = withUmlaut(lemma, rules.umlauts);
  const shifted = umlaut === undefined ? [] : rules.umlautEndings.map((ending) => join(umlaut, ending));
  const replaced = Object.entries(rules.replacedEndings)
    .filter(([ending]) => lemma.endsWith(ending))
    .flatMap(([ending, others]) => others.map((other) => lemma.slice(0, lemma.length - ending.length) + other));
  return [...plain, ...shifted, ...replaced];
}

/** The last vowel that can shift is the one that does; of two that end at the same place, the longer. */
function withUmlaut(lemma: string, umlauts: Readonly<Record<string, string>>): string | undefined {
  const places = Object.entries(umlauts)
    .map(([vowel, shifted]) => ({ vowel, shifted, at: lemma.lastIndexOf(vowel) }))
    .filter(({ at }) => at >= 0)
    .sort(
      (one, other) =>
        other.at + other.vowel.length - one.at - one.vowel.length || other.vowel.length - one.vowel.length,
    );
  const [last] = places;
  return last && lemma.slice(0, last.at) + last.shifted + lemma.slice(last.at + last.vowel.length);
}

function adjectiveForms(lemma: string, { adjectives }: EndingInflection): readonly string[] {
  const elided = adjectives.elidedStems.find((stem) => lemma.endsWith(stem));
  const stems = elided === undefined ? [lemma] : [lemma, lemma.slice(0, -elided.length) + elided.slice(1)];
  return stems.flatMap((stem) => adjectives.endings.map((ending) => join(stem, ending)));
}

/** A stem that ends as a longer ending begins has the letter only once. */
function join(stem: string, ending: string): string {
  return ending.length > 1 && stem.endsWith(ending.charAt(0)) ? stem + ending.slice(1) : stem + ending;
}

function unique(forms: readonly string[]): readonly string[] {
  return [...new Set(forms)];
}
