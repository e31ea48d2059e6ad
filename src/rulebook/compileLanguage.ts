import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldForm } from '../reading/foldForm.js';
import { stemmerOf } from '../reading/stemmerOf.js';
import { compileVocabulary } from './compileVocabulary.js';
import { inflect } from './inflect.js';
import type { Language } from './Language.js';
import type { LemmaForms } from './LemmaForms.js';
import { languageFile } from './languageFile.js';
import { readYaml } from './readYaml.js';
import type { SignalDefinition } from './SignalDefinition.js';
import { signalFile } from './signalFile.js';
import type { VerbTable } from './VerbTable.js';
import type { VocabularySource } from './VocabularySource.js';

/** The file of a language's folder that holds no signal. */
const languageFileName = 'language.yml';

/**
 * Reads one folder of `rules/vocabulary/` and compiles it.
 *
 * @param folder its path; its last part is the language's tag.
 * @param label what messages call the folder.
 * @param verbs whole conjugations, for a language that generates its forms.
 * @throws RulebookError or VocabularyError for a file that is not as it must be.
 */
export function compileLanguage(folder: string, label: string, tag: string, verbs: VerbTable): Language {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const { inflection, ...rules } = readYaml(read(languageFileName), `${label}/${languageFileName}`, languageFile);
  const stemOf = rules.stemming && stemmerOf(rules.stemming);
  const formsOf = (lemma: string): LemmaForms =>
    inflect(lemma, inflection, { stemOf: stemOf && ((form) => stemOf(foldForm(form))), verbs });
  return { ...rules, tag, vocabulary: compileVocabulary(readSignals(folder, label), formsOf) };
}

/** What the vocabulary in a language's folder is compiled from. */
export function readVocabularySource(folder: string, label: string): VocabularySource {
  const text = readFileSync(join(folder, languageFileName), 'utf8');
  const { inflection } = readYaml(text, `${label}/${languageFileName}`, languageFile);
  return { signals: readSignals(folder, label), inflection };
}

/** The signals that a language's folder defines, file by file. */
export function readSignals(folder: string, label: string): readonly SignalDefinition[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml') && name !== languageFileName)
    .sort()
    .map((name) => {
      const path = `${label}/${name}`;
      return { ...readYaml(readFileSync(join(folder, name), 'utf8'), path, signalFile), path };
    });
}
