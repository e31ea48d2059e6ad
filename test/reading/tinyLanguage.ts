import { matchSignals } from '../../src/reading/matchSignals.js';
import type { SentenceRules } from '../../src/reading/SentenceRules.js';
import { TokenKeys } from '../../src/reading/TokenKeys.js';
import type { TokenRules } from '../../src/reading/tokenize.js';
import { tokenize } from '../../src/reading/tokenize.js';
import { compileVocabulary } from '../../src/rulebook/compileVocabulary.js';
import type { Language } from '../../src/rulebook/Language.js';
import type { LemmaForms } from '../../src/rulebook/LemmaForms.js';
import type { SignalDefinition } from '../../src/rulebook/SignalDefinition.js';

/** A vocabulary file in short; a list stands for patterns without polarity. */
export type TinySignal =
  | readonly string[]
  | {
      readonly words?: readonly string[];
      readonly polarities?: Readonly<Record<string, readonly string[]>>;
      readonly unless?: readonly string[];
    };

export type TinyVocabulary = Readonly<Record<string, TinySignal>>;

const tokenRules: TokenRules = { ordinalDot: false, ordinalEndings: [] };

const sentenceRules: SentenceRules = {
  quotes: { opening: '“"', closing: '”"' },
  nounsCapitalized: false,
  abbreviations: [],
  closingAbbreviations: [],
  beforeNumber: [],
  abbreviationEndings: [],
  afterOrdinal: [],
  beforeOrdinal: [],
  starters: [],
  unfinished: [],
};

/** A language whose words have no forms but themselves, unless `formsOf` knows some. */
export function tinyLanguage(
  vocabulary: TinyVocabulary,
  formsOf: (lemma: string) => LemmaForms = onlyItself,
  afterParticle: readonly string[] = [],
): Language {
  return {
    tag: 'en',
    name: { en: 'Tiny' },
    tokens: tokenRules,
    sentences: sentenceRules,
    afterParticle,
    vocabulary: compileVocabulary(definitionsOf(vocabulary), formsOf),
  };
}

/** The signals in a text that is read as one sentence, as `name:polarity “words”`. */
export function signalsIn(text: string, { vocabulary, afterParticle = [] }: Language): readonly string[] {
  const tokens = tokenize(text, 0, text.length, placeholdersIn(text), tokenRules);
  const keys = new TokenKeys(vocabulary, undefined, afterParticle).ofSentence(tokens);
  return matchSignals(tokens, keys, vocabulary).map(({ name, polarity, start, end }) => {
    const words = text.slice(tokens[start]?.start, tokens[end - 1]?.end);
    return `${polarity === undefined ? name : `${name}:${polarity}`} “${words}”`;
  });
}

export function onlyItself(lemma: string): LemmaForms {
  return { forms: [lemma], separable: [] };
}

export function definitionsOf(vocabulary: TinyVocabulary): readonly SignalDefinition[] {
  return Object.entries(vocabulary).map(([signal, tiny]) => {
    const { words = [], polarities = {}, unless = [] } = isList(tiny) ? { words: tiny } : tiny;
    const withPolarity = Object.entries(polarities).map(([polarity, own]) => ({ words: own, polarity }));
    return { signal, patterns: [{ words }, ...withPolarity], unless, path: `${signal}.yml` };
  });
}

function isList(tiny: TinySignal): tiny is readonly string[] {
  return Array.isArray(tiny);
}

function placeholdersIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/\{\{[^}]*\}\}/gu)].map(({ index, 0: tag }) => ({ start: index, end: index + tag.length }));
}
