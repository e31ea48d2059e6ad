import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SettingsReader } from '../../../src/config/SettingsReader.js';
import { lintText } from '../../../src/linter/lintText.js';
import { readVocabularySource } from '../../../src/rulebook/compileLanguage.js';
import { temporaryFolder } from '../../linter/temporaryFolder.js';
import { rulebook, rulesFolder } from '../../rulebook.js';

const sources = Object.fromEntries(
  Object.keys(rulebook.languages).map((tag) => [
    tag,
    readVocabularySource(join(rulesFolder, 'vocabulary', tag), `vocabulary/${tag}`),
  ]),
);

function sourceOf(tag: string) {
  const source = sources[tag];
  if (!source) throw new RangeError(`No language ${tag}`);
  return source;
}

const shouting = `
rule: no-free-lunch
severity: error
check: wording
description: { en: A free lunch is promised. }
frames:
  - all: [free-lunch]
message: { en: '“{free-lunch}” is never free.' }
advice: { en: Say who pays for it. }
references: [house-rules]
`;

const pack = {
  'tactful.config.yml': 'extends: ./our-rules',
  'our-rules/README.md': 'Our rules.',
  'our-rules/references.yml':
    'house-rules: { title: House rules, url: "https://house.example/rules", checked: 2026-11-01 }',
  'our-rules/no-free-lunch/rule.yml': shouting,
  'our-rules/no-free-lunch/README.md': '# no-free-lunch\n',
  'our-rules/vocabulary/en/free-lunch.yml': 'signal: free-lunch\npatterns:\n  - words: free (lunch|banquet)\n',
  'our-rules/vocabulary/en/deadline.yml':
    'signal: deadline\npatterns:\n  - words: before the third bell\n    polarity: absolute\n',
  'our-rules/providers.yml': '- provider: Pigeon Post\n  tags: { unsubscribe: ["{{ fly_away }}"] }\n',
  'our-rules/link-roles.yml': 'parts: [{ part: flyaway, role: unsubscribe }]\n',
  'our-rules/trust/rule.yml':
    'extends: missing-trust-wording\nseverity: error\nmessage: { en: Say thank you. }\nadvice: { en: As our house does. }\n',
};

async function read(files: Readonly<Record<string, string>>, path = 'mail.md') {
  return new SettingsReader(temporaryFolder(files), rulebook, {}, sourceOf).settingsFor(path);
}

async function messagesIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { problems } = await read({ 'tactful.config.yml': 'extends: ./our-rules', ...files });
  return problems.map(({ path, line, message }) => `${path}:${line}: ${message}`);
}

describe('a pack', () => {
  it('adds rules and words, and changes what is there', async () => {
    const { found, problems } = await read(pack);
    expect(problems).toEqual([]);
    if (!found) throw new Error('nothing found');
    const text =
      '---\ntype: consent\n---\nThere is a free banquet. You must agree before the third bell or we close your account.';
    const options = { path: 'mail.md' };
    const { findings } = lintText(text, options, found.rulebook).report;
    expect(findings.map(({ rule, message }) => [rule, message])).toContainEqual([
      'no-free-lunch',
      '“free banquet” is never free.',
    ]);
    const deadline = findings.find(({ rule }) => rule === 'coercive-deadline');
    expect(deadline?.related.map((related) => related.text)).toContain('before the third bell');
    expect(findings.find(({ rule }) => rule === 'missing-trust-wording')).toMatchObject({
      message: 'Say thank you.',
      advice: 'As our house does.',
    });
    expect(found.rulebook.rules.find(({ id }) => id === 'missing-trust-wording')?.severity).toBe('error');
    expect(lintText(text, options, rulebook).report.findings.map(({ rule }) => rule)).not.toContain('no-free-lunch');
  });

  it('adds sending services, which settings can name', async () => {
    const { found, problems } = await read(
      {
        ...pack,
        'a/tactful.config.yml': 'provider: pigeon-post\nrules: { no-free-lunch: info }',
      },
      'a/mail.md',
    );
    expect(problems).toEqual([]);
    expect(found?.rulebook.linkRoles.tags.map(({ tag }) => tag)).toEqual(['flyaway']);
    expect(found?.rulebook.linkRoles.parts[0]?.part).toBe('flyaway');
    expect(found?.rulebook.rules.find(({ id }) => id === 'no-free-lunch')?.severity).toBe('info');
  });

  it('leaves languages as they are that it has no words for', async () => {
    const { found } = await read(pack);
    expect(found?.rulebook.languages.de).toBe(rulebook.languages.de);
  });

  it('can stand on another one', async () => {
    const { found, problems } = await read({
      ...pack,
      'tactful.config.yml': 'extends: [./our-rules, ./more]',
      'more/vocabulary/en/free-lunch.yml': 'signal: free-lunch\npatterns: [{ words: gratis lunch }]\n',
      'more/x/rule.yml': 'extends: no-free-lunch\nrule: no-free-dinner\n',
    });
    expect(problems).toEqual([]);
    if (!found) throw new Error('nothing found');
    const { findings } = lintText(
      'A free lunch. And another one: a gratis lunch.',
      { path: 'a.txt' },
      found.rulebook,
    ).report;
    expect(findings.filter(({ rule }) => rule === 'no-free-lunch')).toHaveLength(2);
    expect(findings.filter(({ rule }) => rule === 'no-free-dinner')).toHaveLength(2);
  });

  it('counts nothing below a lock', async () => {
    const { found, problems } = await read(
      {
        ...pack,
        'tactful.config.yml': 'locked: true',
        'a/tactful.config.yml': 'extends: ../our-rules',
      },
      'a/mail.md',
    );
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('locked')]);
    expect(found?.rulebook.rules.map(({ id }) => id)).toEqual(rulebook.rules.map(({ id }) => id));
  });
});

describe('a mistake in a pack', () => {
  const signal = (text: string) => ({ 'our-rules/vocabulary/en/x.yml': text });
  const rule = (text: string) => ({ 'our-rules/x/rule.yml': text });

  it.each([
    [signal('signal: deadline\npatern: []'), 'vocabulary/en/x.yml:2: There is no “patern” here.'],
    [signal('signal: x\npatterns:\n  - words: "(a|b"'), 'vocabulary/en/x.yml:3: Expected'],
    [
      signal('signal: x\npatterns:\n  - words:\n      - one\n      - "{deadlin} two"'),
      'x.yml:5: There is no signal “deadlin”. Did you mean “deadline”?',
    ],
    [signal('signal: consequence\npatterns: [{ words: a }]'), 'x.yml:2: Words of “consequence” need a polarity'],
    [signal('signal: consequence\npatterns: [{ words: a, polarity: harmfull }]'), 'Did you mean “harmful”?'],
    [signal('signal: x\npatterns: [{ words: "{y}" }]\n---'), 'x.yml:3: This is no valid YAML'],
    [
      {
        ...signal('signal: x\npatterns: [{ words: "{y}" }]'),
        'our-rules/vocabulary/en/y.yml': 'signal: y\npatterns: [{ words: "{x}" }]',
      },
      'Signals refer to each other: x → y → x',
    ],
    [
      { 'our-rules/vocabulary/eng/x.yml': '' },
      'vocabulary/eng:undefined: There is no language “eng”. Did you mean “en”?',
    ],
    [{ 'our-rules/vocabluary/x.yml': '' }, 'our-rules/vocabluary:undefined: Expected a rule.yml'],
    [rule('check: wordin'), 'x/rule.yml:1: Expected “check” to be one of wording'],
    [
      rule('extends: coercive-dedline'),
      'x/rule.yml:1: There is no rule “coercive-dedline”. Did you mean “coercive-deadline”?',
    ],
    [rule('extends: coercive-deadline\nseverity: warn'), 'x/rule.yml:2: “warn” is none of info, warning, error.'],
    [
      rule('extends: coercive-deadline\nmesage: { en: a }'),
      'x/rule.yml:2: There is no “mesage” here. Did you mean “message”?',
    ],
    [
      rule('extends: coercive-deadline\nrule: threat-of-loss'),
      'x/rule.yml:2: There is a rule “threat-of-loss” already.',
    ],
    [
      rule(shouting.replace('no-free-lunch', 'threat-of-loss').replace('[free-lunch]', '[deadline]')),
      'x/rule.yml:2: There is a rule “threat-of-loss” already. To change it, write “extends: threat-of-loss”.',
    ],
    [
      rule(shouting.replace('[free-lunch]', '[deadlin]')),
      'x/rule.yml:7: There is no signal “deadlin” in any language. Did you mean “deadline”?',
    ],
    [rule(shouting.replace('[free-lunch]', '[deadline]')), 'x/rule.yml:10: There is no reference “house-rules”.'],
    [rule(shouting.replace('- all', '- al')), 'x/rule.yml:7: '],
    [{ 'our-rules/providers.yml': '- { provider: X, tags: { unsubscrib: [] } }' }, 'providers.yml:1: '],
  ])('is shown where it is: %j', async (files, message) => {
    const messages = await messagesIn(files);
    expect(messages.join('\n')).toContain(message);
  });

  it('is no way out of the working folder', async () => {
    const outside = temporaryFolder({ 'x/rule.yml': shouting, 'words.yml': 'signal: x' });
    const cwd = temporaryFolder({
      'tactful.config.yml': 'extends: ./our-rules',
      'our-rules/vocabulary/en/y.yml': 'signal: y\npatterns: []',
    });
    symlinkSync(join(outside, 'x'), join(cwd, 'our-rules/x'));
    symlinkSync(join(outside, 'words.yml'), join(cwd, 'our-rules/vocabulary/en/x.yml'));
    const { found, problems } = await new SettingsReader(cwd, rulebook, {}, sourceOf).settingsFor('x.md');
    expect(found).toBeUndefined();
    expect(problems).toMatchObject([{ path: 'our-rules/vocabulary/en/x.yml' }]);
  });
});
