import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintText } from '../../src/linter/lintText.js';
import type { Rulebook } from '../../src/rulebook/Rulebook.js';
import { readRulebook } from '../../src/rulebook/readRulebook.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { rulebook } from '../rulebook.js';

/** Our own rules without their languages, with some files added or replaced. */
function readWith(files: Readonly<Record<string, string>>): Rulebook {
  const folder = temporaryFolder({ 'vocabulary/.keep': '' });
  cpSync('rules', folder, { recursive: true, filter: (path) => !path.includes('vocabulary/') });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return readRulebook(folder, new Map());
}

const dutch = {
  'vocabulary/nl/language.yml': `
name: { en: Dutch }
tokens: { ordinalDot: false, ordinalEndings: [e] }
sentences:
  quotes: { opening: '“"', closing: '”"' }
  nounsCapitalized: false
  abbreviations: []
  closingAbbreviations: []
  beforeNumber: []
  abbreviationEndings: []
  afterOrdinal: []
  beforeOrdinal: []
  starters: []
  unfinished: []
inflection:
  method: endings
  invariable: []
  irregular: { akkoord: [] }
  nouns: { endings: [s, en], umlauts: {}, umlautEndings: [], replacedEndings: {} }
  adjectives: { endings: ['', e], elidedStems: [] }
  verbs:
    infinitiveEndings: [en]
    regularInfinitives: [en]
    regularEndings: [t, en]
    linkedStems: []
    link: e
    participlePrefix: ge
    participleEnding: d
    presentParticipleEnding: d
    unprefixedInfinitives: []
    infinitiveMarker: te
    nominalEnding: s
    separable: []
    inseparable: []
    rarelySeparable: []
    either: []
`,
  'vocabulary/nl/deadline.yml': `
signal: deadline
patterns:
  - words: '"voor" ("middernacht"|<number>)'
    example: voor middernacht
`,
  'vocabulary/nl/consequence.yml': `
signal: consequence
patterns:
  - { words: 'sluiten …3 Rekening', polarity: harmful, example: wij sluiten uw rekening }
`,
  'vocabulary/nl/demand.yml': 'signal: demand\npatterns: [{ words: [ga akkoord] }]\n',
};

describe('readRulebook', () => {
  it('reads the rules of this project', () => {
    expect(rulebook.rules.map(({ id }) => id)).toContain('coercive-deadline');
    expect(Object.keys(rulebook.languages)).toEqual(['de', 'en']);
    for (const rule of rulebook.rules) {
      for (const texts of [rule.description, rule.advice, ...Object.values(rule.messages)]) {
        expect(Object.keys(texts), rule.id).toEqual(expect.arrayContaining(['en', 'de']));
      }
    }
  });

  it('gives plain data, so that the build can write it down', () => {
    const written: Rulebook = JSON.parse(JSON.stringify(rulebook));
    const text = '---\ntype: consent\n---\nIf you do not agree by midnight, we will close your account.';
    const lint = (rules: Rulebook) => lintText(text, { path: 'a.md' }, rules).report;
    expect(lint(written)).toEqual(lint(rulebook));
    expect(lint(written).findings.length).toBeGreaterThan(0);
  });

  it('takes up a new language from its folder alone', () => {
    const rules = readWith(dutch);
    const text = '---\nlanguage: nl\ntype: consent\n---\nGa akkoord voor middernacht, of wij sluiten uw rekening.';
    const { report } = lintText(text, { path: 'a.md' }, rules);
    expect(report.language).toBe('nl');
    const [finding] = report.findings.filter(({ rule }) => rule === 'coercive-deadline');
    expect(finding).toMatchObject({
      severity: 'error',
      text: 'Ga akkoord voor middernacht, of wij sluiten uw rekening',
    });
    // Rules without a text in that language speak English.
    expect(finding?.message).toContain('“voor middernacht”');
  });

  it('says which file of a language is wrong, and how', () => {
    const path = 'vocabulary/nl/demand.yml';
    expect(() => readWith({ ...dutch, [path]: 'signal: demand\npatterns: [{ word: x }]\n' })).toThrow(`${path}:2: `);
    expect(() => readWith({ ...dutch, [path]: 'signal: demand\npatterns: [{ words: ( }]\n' })).toThrow(`${path}: “(”`);
    const language = dutch['vocabulary/nl/language.yml'].replace('nounsCapitalized: false', 'nounsCapitalized: 3');
    expect(() => readWith({ ...dutch, 'vocabulary/nl/language.yml': language })).toThrow(
      /^vocabulary\/nl\/language\.yml:6: sentences\.nounsCapitalized: .*expected boolean/u,
    );
  });

  it('says which rule is wrong, and how', () => {
    const rule = (text: string) => readWith({ 'new-rule/rule.yml': text });
    expect(() => rule('rule: New\n')).toThrow(/^new-rule\/rule\.yml:1: /mu);
    const base = 'rule: new\nseverity: error\ndescription: { en: x }\nmessage: { en: x }\nadvice: { en: x }\n';
    expect(() => rule(`${base}check: guess\n`)).toThrow(/^new-rule\/rule\.yml:6: check: /mu);
    expect(() => rule(`${base}check: wording\nframes: []\n`)).toThrow(/^new-rule\/rule\.yml:7: frames: /mu);
    const wording = `${base}check: wording\nframes: [{ all: [demand] }]\n`;
    expect(() => rule(wording.replace('{ en: x }', '{ de: x }'))).toThrow(
      /^new-rule\/rule\.yml:3: description: expected a text in “en”/mu,
    );
  });

  it('adds a rule from its folder alone, with its pages', () => {
    const rules = readWith({
      ...dutch,
      'new-rule/rule.yml':
        'rule: new-rule\nseverity: info\ncheck: wording\nframes: [{ all: [demand] }]\ndescription: { en: x }\nmessage: { en: "“{demand}” demands." }\nadvice: { en: x }\n',
      'new-rule/README.md': '# Why\n',
      'new-rule/README.de.md': '# Warum\n',
    });
    expect(rules.rules.find(({ id }) => id === 'new-rule')?.page).toEqual({ en: '# Why\n', de: '# Warum\n' });
    const { report } = lintText('Ga akkoord.', { path: 'a.txt', inherited: { language: 'nl' } }, rules);
    expect(report.findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['new-rule', '“Ga akkoord” demands.'],
    ]);
  });
});
