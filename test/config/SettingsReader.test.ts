import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SettingsChoice, SettingsReader } from '../../src/config/SettingsReader.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { rulebook } from '../rulebook.js';

const rule = 'coercive-deadline';

function readerOf(files: Readonly<Record<string, string>>, choice: SettingsChoice = {}): SettingsReader {
  return new SettingsReader(temporaryFolder(files), rulebook, choice);
}

async function severityOf(reader: SettingsReader, path: string, id = rule): Promise<string | undefined> {
  const { found } = await reader.settingsFor(path);
  return found?.rulebook.rules.find((candidate) => candidate.id === id)?.severity;
}

async function messagesIn(files: Readonly<Record<string, string>>, path = 'mail.md'): Promise<readonly string[]> {
  const { problems } = await readerOf(files).settingsFor(path);
  return problems.map((problem) => `${problem.path}:${problem.line}:${problem.column}: ${problem.message}`);
}

describe('SettingsReader', () => {
  it('finds the settings of the nearest folder, above those further up', async () => {
    const reader = readerOf({
      'tactful.config.yml': `rules: { ${rule}: warning, missing-opt-out: off }`,
      'a/tactful.config.json': `{ "rules": { "${rule}": "info" } }`,
      'a/b/package.json': `{\n\t"name": "mails",\n\t"tactful": { "rules": { "${rule}": "off" } }\n}`,
      'c/package.json': '{ "name": "tactful" }',
    });
    expect(await severityOf(reader, 'x.md')).toBe('warning');
    expect(await severityOf(reader, 'a/x.md')).toBe('info');
    expect(await severityOf(reader, 'a/b/x.md')).toBeUndefined();
    expect(await severityOf(reader, 'c/x.md')).toBe('warning');
    expect(await severityOf(reader, 'a/x.md', 'missing-opt-out')).toBeUndefined();
    const { found } = await reader.settingsFor('a/b/x.md');
    expect(found?.files).toEqual(['tactful.config.yml', 'a/tactful.config.json', 'a/b/package.json']);
  });

  it('knows nothing of files outside of the working folder', async () => {
    const reader = readerOf({ 'tactful.config.yml': `rules: { ${rule}: off }` });
    expect(await severityOf(reader, '../x.md')).toBe('error');
  });

  it('leaves settings further up alone where a root begins', async () => {
    const reader = readerOf({
      'tactful.config.yml': `rules: { ${rule}: warning }`,
      'a/tactful.config.yml': 'root: true',
      'b/tactful.config.yml': 'root: false',
    });
    expect(await severityOf(reader, 'a/x.md')).toBe('error');
    expect(await severityOf(reader, 'b/x.md')).toBe('warning');
  });

  it('overrides by globs from the folder of the settings, the last one winning', async () => {
    const overrides = `overrides:
  - { files: [b], rules: { ${rule}: info } }
  - { files: ['b/*.md'], rules: { ${rule}: off }, footer: injected }
`;
    const reader = readerOf({ 'a/tactful.config.yml': `rules: { ${rule}: warning }\n${overrides}` });
    expect(await severityOf(reader, 'a/x.md')).toBe('warning');
    expect(await severityOf(reader, 'a/b/x.html')).toBe('info');
    expect(await severityOf(reader, 'a/b/x.md')).toBeUndefined();
    expect((await reader.settingsFor('a/b/x.md')).found?.settings.footer?.value).toBe('injected');
  });

  it('builds on other files, with globs from the folder of the one that builds', async () => {
    const reader = readerOf({
      'shared/base.yml': `rules: { ${rule}: info, missing-opt-out: off }\nignore: [drafts]`,
      'a/tactful.config.yml': `extends: ../shared/base.yml\nrules: { ${rule}: warning }`,
    });
    expect(await severityOf(reader, 'a/x.md')).toBe('warning');
    expect(await severityOf(reader, 'a/x.md', 'missing-opt-out')).toBeUndefined();
    expect((await reader.settingsFor('a/drafts/x.md')).found?.settings.ignored?.value).toBe('drafts');
    expect((await reader.settingsFor('a/x.md')).found?.settings.ignored).toBeUndefined();
  });

  it('sets options, the sending service and the languages', async () => {
    const reader = readerOf({
      'tactful.config.yml': `
rules:
  buried-terms-change: { severity: warning, options: { smallPrint: 9 } }
  missing-opt-out: { options: { links: [unsubscribe], mails: [marketing] } }
provider: brevo
languages: [de]
`,
    });
    const { found, problems } = await reader.settingsFor('x.md');
    expect(problems).toEqual([]);
    const rules = found?.rulebook.rules ?? [];
    expect(rules.find(({ id }) => id === 'buried-terms-change')).toMatchObject({ smallPrint: 9, severity: 'warning' });
    expect(rules.find(({ id }) => id === 'missing-opt-out')).toMatchObject({
      requires: { links: ['unsubscribe'] },
      mails: ['marketing'],
      severity: 'error',
    });
    const providers = new Set(found?.rulebook.linkRoles.tags.map(({ provider }) => provider));
    expect([...providers]).toEqual(['Brevo (Sendinblue)', 'Brevo (legacy)']);
    expect(Object.keys(found?.rulebook.languages ?? {})).toEqual(['de']);
  });

  it('takes the file that is chosen, or none, whatever stands in folders', async () => {
    const files = { 'a/tactful.config.yml': `rules: { ${rule}: off }`, 'ci.yml': `rules: { ${rule}: info }` };
    expect(await severityOf(readerOf(files, { config: false }), 'a/x.md')).toBe('error');
    expect(await severityOf(readerOf(files, { config: 'ci.yml' }), 'a/x.md')).toBe('info');
    const { found, problems } = await readerOf(files, { config: 'cii.yml' }).settingsFor('a/x.md');
    expect(found).toBeUndefined();
    expect(problems).toMatchObject([{ path: 'cii.yml' }]);
  });

  it('lets the caller have the last word', async () => {
    const reader = readerOf({ 'tactful.config.yml': 'footer: none' }, { footer: 'injected' });
    expect((await reader.settingsFor('x.md')).found?.settings.footer?.value).toBe('injected');
  });

  it('has nothing to say of an empty file', async () => {
    expect(await messagesIn({ 'tactful.config.yml': '# nothing yet\n' })).toEqual([]);
  });
});

describe('a profile', () => {
  it('is the ground that all settings stand on, and the nearest is chosen', async () => {
    const reader = readerOf({
      'tactful.config.yml': 'profile: us\nrules: { missing-trust-wording: error }',
      'a/tactful.config.yml': 'profile: de',
    });
    expect(await severityOf(reader, 'x.md', 'silent-consent')).toBe('warning');
    expect(await severityOf(reader, 'x.md', 'missing-trust-wording')).toBe('error');
    expect(await severityOf(reader, 'a/x.md', 'silent-consent')).toBe('error');
    expect(await severityOf(reader, 'a/x.md', 'vague-terms-change')).toBe('error');
    expect(await severityOf(reader, 'a/x.md', 'missing-trust-wording')).toBe('error');
  });

  it('can be built on, above what is built on before', async () => {
    const reader = readerOf({ 'tactful.config.yml': 'extends: [us, strict]' });
    expect(await severityOf(reader, 'x.md', 'guilt-tripping')).toBe('error');
    expect(await severityOf(reader, 'x.md', 'missing-trust-wording')).toBe('info');
  });

  it('can be chosen by the caller, without any file', async () => {
    const files = { 'a/tactful.config.yml': 'profile: de' };
    const reader = readerOf(files, { profile: 'us' });
    expect(await severityOf(reader, 'a/x.md', 'silent-consent')).toBe('warning');
    expect(await severityOf(reader, 'x.md', 'silent-consent')).toBe('warning');
    const { found, problems } = await readerOf(files, { profile: 'strct' }).settingsFor('x.md');
    expect(found).toBeUndefined();
    expect(problems).toEqual([{ message: 'There is no profile “strct”. Did you mean “strict”?' }]);
  });
});

describe('a mistake', () => {
  it.each([
    ['rulez: {}', '1:1: There is no “rulez” here. Did you mean “rules”?'],
    [
      'rules: { coercive-dedline: off }',
      '1:10: There is no rule “coercive-dedline”. Did you mean “coercive-deadline”?',
    ],
    ['rules: { coercive-deadline: warn }', '1:29: “warn” is none of off, info, warning, error.'],
    ['rules: { coercive-deadline: 2 }', '1:29: “2” is none of off, info, warning, error.'],
    ['rules: { coercive-deadline: { severty: off } }', '1:31: There is no “severty” here. Did you mean “severity”?'],
    ['rules: { coercive-deadline: { options: { mals: [] } } }', '1:42: There is no “mals” here. Did you mean “mails”?'],
    ['footer: includd', '1:9: “includd” is none of included, injected, none. Did you mean “included”?'],
    ['languages: [deu]', '1:13: There is no language “deu”. Did you mean “de”?'],
    ['languages: de', '1:12: Expected a list.'],
    ['provider: mailchip', '1:11: There is no sending service “mailchip”. Did you mean “mailchimp”?'],
    ['overrides: [{ files: ["*"], ignore: [a] }]', '1:29: There is no “ignore” here.'],
    ['overrides: [{ rules: {} }]', '1:13: Something is missing here: expected a list.'],
    ['ignore: ["../a"]', '1:10: This leads out of the folder of these settings. Globs are relative to it.'],
    ['ignore: [a, b', '1:14: This is no valid YAML or JSON: '],
    ['rules: !!js/function "x"', '1:8: This is no valid YAML or JSON: Unresolved tag: tag:yaml.org,2002:js/function.'],
    ['rules: { __proto__: off }', '1:10: “__proto__” cannot be the name of a setting.'],
    ['__proto__: { rules: {} }', '1:1: “__proto__” cannot be the name of a setting.'],
    ['extends: stricct', '1:10: There is no profile “stricct”.'],
  ])('in %s is shown where it is', async (text, message) => {
    const [first = ''] = await messagesIn({ 'tactful.config.yml': text });
    expect(first).toContain(`tactful.config.yml:${message}`);
  });

  it('in package.json is shown there', async () => {
    const text = '{\n\t"name": "x",\n\t"tactful": {\n\t\t"rulez": {}\n\t}\n}';
    expect(await messagesIn({ 'package.json': text })).toEqual([
      'package.json:4:3: There is no “rulez” here. Did you mean “rules”?',
    ]);
  });

  it('costs only the mails below it, and is the same problem for all of them', async () => {
    const reader = readerOf({ 'a/tactful.config.yml': 'rulez: {}', 'a/b/tactful.config.yml': 'root: true' });
    const [one, other] = [await reader.settingsFor('a/x.md'), await reader.settingsFor('a/y.md')];
    expect(one.found).toBeUndefined();
    expect(one.problems[0]).toBe(other.problems[0]);
    expect((await reader.settingsFor('x.md')).found).toBeDefined();
    expect((await reader.settingsFor('a/b/x.md')).found).toBeDefined();
  });

  it('shows the text that it stands in', async () => {
    const { problems } = await readerOf({ 'tactful.config.yml': 'rulez: {}' }).settingsFor('x.md');
    expect(problems[0]?.excerpt).toEqual({ source: 'rulez: {}', range: { start: 0, end: 5 } });
  });
});

describe('what settings build on', () => {
  it.each([
    ['../../etc', 'leads out of the working folder'],
    ['../../../../../../etc/passwd', 'leads out of the working folder'],
    ['/etc/passwd', 'leads out of the working folder'],
    ['./nowhere.yml', 'does not exist'],
    ['./code.js', 'No code is run from settings'],
    ['code.mjs', 'No code is run from settings'],
    ['./notes.txt', '.yml, .yaml or .json'],
    ['./tactful.config.yml', 'in a circle'],
    ['./circle.yml', 'in a circle'],
    ['./lock.yml', '“locked” counts only'],
    ['./broken.yml', 'There is no “rulez” here'],
    ['out.yml', 'link that leads out'],
    ['our-rules', 'There is no profile “our-rules”'],
  ])('is not %s', async (name, message) => {
    const outside = temporaryFolder({ 'secret.yml': 'rules: {}' });
    const cwd = temporaryFolder({
      'tactful.config.yml': `extends: [${JSON.stringify(name)}]`,
      'code.js': 'process.exit(3)',
      'code.mjs': 'process.exit(3)',
      'notes.txt': 'rules: {}',
      'circle.yml': 'extends: ./other-circle.yml',
      'other-circle.yml': 'extends: ./circle.yml',
      'lock.yml': 'locked: true',
      'broken.yml': 'rulez: {}',
    });
    symlinkSync(join(outside, 'secret.yml'), join(cwd, 'out.yml'));
    const { found, problems } = await new SettingsReader(cwd, rulebook).settingsFor('x.md');
    expect(found).toBeUndefined();
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.line).toBe(1);
  });
});

describe('hostile settings', () => {
  it('behind a link that leads out are not read', async () => {
    const outside = temporaryFolder({ 'x.yml': `rules: { ${rule}: off }` });
    const cwd = temporaryFolder();
    symlinkSync(join(outside, 'x.yml'), join(cwd, 'tactful.config.yml'));
    const { found, problems } = await new SettingsReader(cwd, rulebook).settingsFor('x.md');
    expect(found).toBeUndefined();
    expect(problems).toMatchObject([{ path: 'tactful.config.yml' }]);
  });

  it('that are endless are not read', async () => {
    const cwd = temporaryFolder({ 'a/tactful.config.yml': `#${'x'.repeat(1_000_001)}` });
    symlinkSync('/dev/zero', join(cwd, 'tactful.config.yml'));
    for (const path of ['x.md', 'a/x.md']) {
      const { found, problems } = await new SettingsReader(cwd, rulebook).settingsFor(path);
      expect(found).toBeUndefined();
      expect(problems.length).toBeGreaterThan(0);
    }
  });

  it.each([
    [
      'aliases of aliases',
      `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghij'.replaceAll(/./gu, (c) => `${c}: &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
    ],
    ['deep nesting', `rules: ${'['.repeat(100_000)}`],
    ['deep nesting that ends', `rules: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['no text', '\u0000\u0001'],
  ])('end in a problem: %s', async (_, text) => {
    const { found, problems } = await readerOf({ 'tactful.config.yml': text }).settingsFor('x.md');
    expect(found).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
  });

  it('change no object of the program', async () => {
    await readerOf({ 'tactful.config.json': '{ "rules": { "__proto__": { "severity": "off" } } }' }).settingsFor(
      'x.md',
    );
    await readerOf({ 'tactful.config.yml': 'rules: { constructor: { prototype: { severity: off } } }' }).settingsFor(
      'x.md',
    );
    expect(Reflect.has({}, 'severity')).toBe(false);
  });
});

describe('locked settings', () => {
  const locked = `locked: true\nfooter: included\nrules: { ${rule}: error, missing-opt-out: warning }\n`;

  async function below(text: string, path = 'a/x.md') {
    return readerOf({ 'tactful.config.yml': locked, 'a/tactful.config.yml': text }).settingsFor(path);
  }

  it('may be made stricter', async () => {
    const { found, problems } = await below('rules: { missing-opt-out: error }\nprovider: mailchimp\nfooter: included');
    expect(problems).toEqual([]);
    expect(found?.rulebook.rules.find(({ id }) => id === 'missing-opt-out')?.severity).toBe('error');
    expect(found?.settings.provider?.value).toBe('mailchimp');
  });

  it.each([
    ['rules: { coercive-deadline: warning }', /cannot be warning here/u],
    ['rules: { coercive-deadline: off }', /cannot be off here/u],
    ['rules: { threat-of-loss: info }', /cannot be info here/u],
    ['overrides: [{ files: ["*"], rules: { coercive-deadline: off } }]', /cannot be off here/u],
    ['rules: { coercive-deadline: { options: { mails: [service] } } }', /“mails” of coercive-deadline/u],
    ['ignore: ["*.md"]', /what is ignored/u],
    ['footer: injected', /the footer/u],
    ['languages: [de]', /the languages/u],
    ['root: true\nrules: { coercive-deadline: off }', /Remove “root”/u],
    ['extends: [./weak.yml]', /cannot be off here/u],
  ])('cannot be weakened by %s', async (text, message) => {
    const cwd = temporaryFolder({
      'tactful.config.yml': locked,
      'a/tactful.config.yml': text,
      'a/weak.yml': 'rules: { coercive-deadline: off }',
    });
    const { found, problems } = await new SettingsReader(cwd, rulebook).settingsFor('a/x.md');
    expect(problems.some((problem) => message.test(problem.message) && problem.line !== undefined)).toBe(true);
    expect(found?.settings.ignored).toBeUndefined();
    expect(found?.settings.footer?.value).toBe('included');
    expect(found?.rulebook.rules.find(({ id }) => id === rule)?.severity).toBe('error');
    expect(found?.rulebook.rules.find(({ id }) => id === rule)?.mails).toBeUndefined();
    expect(found?.rulebook.rules.find(({ id }) => id === 'threat-of-loss')?.severity).toBe('warning');
    expect(Object.keys(found?.rulebook.languages ?? {})).toEqual(['de', 'en']);
  });
});
