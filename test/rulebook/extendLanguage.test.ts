import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVocabularySource } from '../../src/rulebook/compileLanguage.js';
import { extendLanguage } from '../../src/rulebook/extendLanguage.js';
import { rulebook, rulesFolder } from '../rulebook.js';

describe('extendLanguage', () => {
  it.each(Object.values(rulebook.languages))('makes $tag again as it was where nothing is added', (language) => {
    const source = readVocabularySource(join(rulesFolder, 'vocabulary', language.tag), language.tag);
    expect(extendLanguage(language, source, [])).toEqual(language);
  });
});
