import { readFileSync } from 'node:fs';
import type { VocabularySource } from './VocabularySource.js';

/**
 * What the vocabulary of a language that Tactful ships was compiled from; only needed where words are added to it.
 *
 * @throws Error when the package was not built, or has no such language.
 */
export function loadVocabularySource(tag: string): VocabularySource {
  return JSON.parse(readFileSync(new URL(`./words.${tag}.json`, import.meta.url), 'utf8'));
}
