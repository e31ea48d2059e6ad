import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/mail/Mail.js';
import { readSentences } from '../../src/reading/readSentences.js';
import { readSignals } from '../../src/rulebook/compileLanguage.js';
import { mailOf } from '../reading/mailOf.js';
import { rulebook } from '../rulebook.js';

/** Reads an example as the text of a mail that consists of it alone. */
function signalsIn(example: string, tag: string): readonly string[] {
  const mail = mailOf(`\n${example}`, 'text');
  const languageOf = (_block: Block) => rulebook.languages[tag];
  return readSentences(mail, () => 'body', languageOf).flatMap(({ signals }) =>
    signals.flatMap(({ name, polarity }) => [name, `${name}:${polarity ?? ''}`]),
  );
}

describe.each(Object.keys(rulebook.languages))('the vocabulary of “%s”', (tag) => {
  const entries = readSignals(join('rules/vocabulary', tag), tag).flatMap(({ signal, patterns, path }) =>
    patterns.map(({ words, polarity, example }) => ({
      signal: polarity === undefined ? signal : `${signal}:${polarity}`,
      example,
      entry: `${path}: ${polarity ?? ''} ${words[0] ?? ''}`,
    })),
  );

  it('has an example for every entry', () => {
    expect(entries.filter(({ example }) => example === undefined).map(({ entry }) => entry)).toEqual([]);
  });

  it('matches its examples', () => {
    const failing = entries.filter(({ example, signal }) => example && !signalsIn(example, tag).includes(signal));
    expect(failing.map(({ entry, example }) => `${entry}: “${example}”`)).toEqual([]);
  });
});
