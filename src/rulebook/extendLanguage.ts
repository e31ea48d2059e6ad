import { foldForm } from '../reading/foldForm.js';
import { stemmerOf } from '../reading/stemmerOf.js';
import { compileVocabulary } from './compileVocabulary.js';
import { inflect } from './inflect.js';
import type { Language } from './Language.js';
import type { LemmaForms } from './LemmaForms.js';
import type { CompiledVocabulary } from './SignalAutomaton.js';
import type { SignalDefinition } from './SignalDefinition.js';
import type { VocabularySource } from './VocabularySource.js';

/**
 * A language with more words: all its signals are compiled again together with those that are added. Words that the
 * language knew keep their forms; new ones get the regular ones, since no table of verbs comes with the package.
 *
 * @throws VocabularyError for a pattern that can't be compiled.
 */
export function extendLanguage(
  language: Language,
  { signals, inflection }: VocabularySource,
  added: readonly SignalDefinition[],
): Language {
  const known = inflection.method === 'endings' ? knownForms(language.vocabulary) : new Map<string, LemmaForms>();
  const stemOf = language.stemming && stemmerOf(language.stemming);
  const options = stemOf ? { stemOf: (form: string) => stemOf(foldForm(form)) } : {};
  const formsOf = (lemma: string): LemmaForms => known.get(lemma) ?? inflect(lemma, inflection, options);
  return { ...language, vocabulary: compileVocabulary([...signals, ...added], formsOf) };
}

interface FormsDraft {
  readonly forms: string[];
  readonly separable: [finite: string, particle: string][];
}

/** The forms of every lemma that a vocabulary was compiled with, by lemma. */
function knownForms({ keys, forms, separable }: CompiledVocabulary): ReadonlyMap<string, LemmaForms> {
  const known = new Map<string, FormsDraft>();
  const draftOf = (key: string | undefined): FormsDraft => {
    const lemma = keys[Number(key)]?.slice(1) ?? '';
    const draft = known.get(lemma) ?? { forms: [], separable: [] };
    known.set(lemma, draft);
    return draft;
  };
  for (const [form, list] of linesOf(forms)) for (const key of list) draftOf(key).forms.push(form);
  for (const [finite, list] of linesOf(separable)) {
    for (let at = 0; at + 1 < list.length; at += 2) draftOf(list[at + 1]).separable.push([finite, list[at] ?? '']);
  }
  return known;
}

function linesOf(table: string): readonly (readonly [word: string, list: readonly string[]])[] {
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [word = '', list = ''] = line.split('\t');
      return [word, list.split(' ')];
    });
}
