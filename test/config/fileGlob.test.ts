import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileGlob, refusedGlob } from '../../src/config/fileGlob.js';

describe('fileGlob', () => {
  it.each([
    ['drafts', 'drafts/may/offer.mjml', true],
    ['drafts/', 'drafts/offer.mjml', true],
    ['./drafts/**', 'drafts/offer.mjml', true],
    ['drafts', 'old/drafts/offer.mjml', false],
    ['**/drafts', 'old/drafts/offer.mjml', true],
    ['*.md', 'a.md', true],
    ['*.md', 'b/a.md', false],
    ['{de,en}/*.md', 'de/a.md', true],
    ['a?.md', 'ab.md', true],
  ])('%s, %s: %s', (glob, path, expected) => {
    expect(refusedGlob(glob)).toBeUndefined();
    expect(fileGlob(glob)(path)).toBe(expected);
  });
});

describe('refusedGlob', () => {
  it.each(['../a', '/etc/*', 'C:/a', 'a/../../b', '!a', '+(a)', '(a+)+b', '[a]+', 'a*b*c*d*e', '**/**/**/**/a'])(
    'refuses %s',
    (glob) => {
      expect(refusedGlob(glob)).toMatch(/\.$/u);
    },
  );

  it('lets through only what is quick to match', () => {
    const sign = fc.constantFrom('a', 'b', '*', '**', '/', '?', '{', '}', ',', '.', '(', ')', '+', '|', '[', ']', '!');
    const globs = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(globs, (glob) => {
        if (glob === '' || refusedGlob(glob) !== undefined) return;
        expect(typeof fileGlob(glob)(`${'a'.repeat(200)}/${'ab'.repeat(100)}c`)).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
