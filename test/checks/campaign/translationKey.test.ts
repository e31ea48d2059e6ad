import { describe, expect, it } from 'vitest';
import { translationKey } from '../../../src/checks/campaign/translationKey.js';

const languages = ['en', 'de'];

describe('translationKey', () => {
  it.each([
    ['a/sale.en.mjml', 'a/sale.de.html', undefined],
    ['sale.en.html.twig', 'sale.de.mjml', undefined],
    ['a/en/sale.md', 'a/de/sale.html', 'a'],
    ['en/x/sale.md', 'de/x/sale.md', '.'],
  ])('is the same for %s and %s', (one, other, campaign) => {
    expect(translationKey(one, campaign, languages)).toBeDefined();
    expect(translationKey(one, campaign, languages)).toBe(translationKey(other, campaign, languages));
  });

  it.each([
    ['sale.md', undefined],
    ['en/sale.md', undefined],
    ['en/sale.md', 'en'],
    ['sale.fr.md', undefined],
    ['green/sale.md', '.'],
  ])('is none for %s', (path, campaign) => {
    expect(translationKey(path, campaign, languages)).toBeUndefined();
  });

  it('tells mails apart', () => {
    expect(translationKey('a/one.en.md', undefined, languages)).not.toBe(
      translationKey('a/two.de.md', undefined, languages),
    );
    expect(translationKey('a/one.en.md', undefined, languages)).not.toBe(
      translationKey('b/one.de.md', undefined, languages),
    );
  });
});
