import { describe, expect, it } from 'vitest';
import { languageOfPath } from '../../src/evaluation/languageOfPath.js';

describe('languageOfPath', () => {
  it.each([
    ['corpus/passages-de-eiche.yml', 'de'],
    ['passages-en.yml', 'en'],
    ['corpus/mails-de/01-offer.md', 'de'],
    ['corpus/mails-en/campaign/01-offer.md', 'en'],
    ['corpus/mails-de/passages-en-x.yml', 'en'],
  ])('%s is %s', (path, language) => {
    expect(languageOfPath(path)).toBe(language);
  });

  it.each(['passages.yml', 'passages-german.yml', 'emails-de/a.md', 'de/a.md'])('%s tells none', (path) => {
    expect(languageOfPath(path)).toBeUndefined();
  });
});
