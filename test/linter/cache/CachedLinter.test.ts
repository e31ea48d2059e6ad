import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CachedLinter } from '../../../src/linter/cache/CachedLinter.js';
import { CacheFolder } from '../../../src/linter/cache/CacheFolder.js';
import { hashOfAnswer } from '../../../src/linter/hashOfAnswer.js';
import { type LintFilesOptions, lintFiles } from '../../../src/linter/lintFiles.js';
import { lintingHere } from '../../../src/linter/lintTask.js';
import { json } from '../../../src/reporters/json.js';
import { sarif } from '../../../src/reporters/sarif.js';
import type { Rulebook } from '../../../src/rulebook/Rulebook.js';
import { frameRulebook } from '../frameRulebook.js';
import { temporaryFolder } from '../temporaryFolder.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';
const ignored = '<!-- tactful-ignore-next coercive-deadline -- the court has set it -->';

interface Run {
  readonly fingerprint?: string;
  readonly rulebook?: Rulebook;
  readonly options?: Partial<LintFilesOptions>;
}

/** Lints a folder with a cache. @returns its report as two reporters tell it, and the mails that were linted for it. */
async function lintCached(cwd: string, { fingerprint = 'one', rulebook = frameRulebook, options }: Run = {}) {
  const linted: string[] = [];
  const report = await lintFiles(['.'], { cwd, ...options }, rulebook, {
    linterFor: async (mailLinter) => {
      const here = lintingHere(mailLinter, hashOfAnswer);
      const counting = {
        ...here,
        lint: (task: Parameters<typeof here.lint>[0]) => {
          linted.push(task.options.path);
          return here.lint(task);
        },
      };
      const ground = { shipped: rulebook, fingerprint, includes: mailLinter };
      return new CachedLinter(counting, await CacheFolder.open(cwd), ground);
    },
  });
  const context = { version: '1', color: false, rules: [], cwd, projectFolder: cwd, failOn: 'error' } as const;
  return { output: [json, sarif].map((reporter) => reporter.report(report, context)), report, linted };
}

function write(cwd: string, path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

function entriesIn(cwd: string): readonly string[] {
  const folder = join(cwd, '.tactfulcache');
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{32}$/u.test(name))
    .map((name) => join(folder, name));
}

const mails = {
  'a/campaign.yml': 'type: consent\n',
  'a/01.md': `${threat}\n`,
  'a/02.md': `Last chance! ${threat}\n`,
  'a/03.md': `Last chance! Once more: ${threat}\n`,
  'a/welcome.en.md': 'Hello, you may object at any time until 3 May 2026.\n',
  'a/welcome.de.md': 'Hallo und guten Tag.\n',
  'b.md': '---\nsubject: [\n---\nHello.\n',
  'c.html': '<p>The roses bloom.</p>\n',
  'd.md': `${ignored}\n\n${threat}\n`,
  'parts/footer.mjml': `<mj-text>${threat}</mj-text>\n`,
  'e.mjml':
    '<mjml><mj-body><mj-section><mj-column><mj-include path="parts/footer.mjml" /></mj-column></mj-section></mj-body></mjml>\n',
  'f.html': '<p>The roses bloom.</p>{% include "late.html" %}\n',
};
const count = Object.keys(mails).length - 1;

describe('CachedLinter', () => {
  it('makes the same report of what it remembers: campaigns, exceptions and included files as well', async () => {
    const cwd = temporaryFolder(mails);
    const first = await lintCached(cwd);
    const second = await lintCached(cwd);
    expect(first.linted).toHaveLength(count);
    expect(second).toEqual({ ...first, linted: [] });
    const plain = await lintFiles(['.'], { cwd }, frameRulebook);
    expect(second.report).toEqual(plain);
    expect(plain.files.flatMap(({ findings }) => findings).length).toBeGreaterThan(3);
    expect(plain.files.flatMap(({ excepted = [] }) => excepted)).toHaveLength(1);
    expect(plain.files.find(({ path }) => path === 'parts/footer.mjml')).toMatchObject({ isIncluded: true });
  });

  it.each<[string, string, string, readonly string[]]>([
    ['the text of a mail', 'c.html', `<p>${threat}</p>\n`, ['c.html']],
    [
      'the text of an included file',
      'parts/footer.mjml',
      '<mj-text>Hello.</mj-text>\n',
      ['e.mjml', 'parts/footer.mjml'],
    ],
    ['a file that was missing', 'late.html', `<p>${threat}</p>\n`, ['f.html', 'late.html']],
    [
      'a campaign',
      'a/campaign.yml',
      'type: marketing\n',
      Object.keys(mails).filter((path) => /^a\/.*\.md$/u.test(path)),
    ],
    [
      'settings of a folder',
      'a/tactful.config.yml',
      'rules:\n  coercive-deadline: warning\n',
      Object.keys(mails).filter((path) => /^a\/.*\.md$/u.test(path)),
    ],
  ])('lints again what hangs on %s, and that alone', async (_what, path, text, linted) => {
    const cwd = temporaryFolder(mails);
    await lintCached(cwd);
    write(cwd, path, text);
    const changed = await lintCached(cwd);
    expect(changed.linted.toSorted()).toEqual([...linted].sort());
    expect(changed.report).toEqual(await lintFiles(['.'], { cwd }, frameRulebook));
    expect((await lintCached(cwd)).linted).toEqual([]);
  });

  it('lints again what has included a file that is gone', async () => {
    const cwd = temporaryFolder(mails);
    await lintCached(cwd);
    rmSync(join(cwd, 'parts/footer.mjml'));
    const changed = await lintCached(cwd);
    expect(changed.linted).toEqual(['e.mjml']);
    expect(changed.report).toEqual(await lintFiles(['.'], { cwd }, frameRulebook));
  });

  it.each<[string, Run]>([
    ['Tactful', { fingerprint: 'two' }],
    ['an option', { options: { footer: 'injected' } }],
    ['a format', { options: { format: 'text' } }],
    ['a rule', { rulebook: { ...frameRulebook, rules: frameRulebook.rules.slice(1) } }],
  ])('lints all again when %s has changed', async (what, run) => {
    const cwd = temporaryFolder(mails);
    await lintCached(cwd);
    // What ships is known by its fingerprint; a rule that settings have changed is known by what it says.
    const shipped = what === 'a rule' ? { ...run, fingerprint: 'one' } : run;
    const changed = await lintCached(cwd, shipped);
    expect(changed.linted).toHaveLength(count);
    expect((await lintCached(cwd, shipped)).linted).toEqual([]);
  });

  it('settles anew what exceptions in a file let pass', async () => {
    const cwd = temporaryFolder({ 'a.md': `${threat}\n` });
    const { report } = await lintCached(cwd);
    const [finding] = report.files[0]?.findings ?? [];
    const entry = {
      rule: finding?.rule,
      fingerprint: finding?.fingerprint,
      reason: 'The court has set it.',
      by: 'Ada',
    };
    write(cwd, 'tactful-exceptions.yml', JSON.stringify({ exceptions: [{ ...entry, until: '2999-01-01' }] }));
    const changed = await lintCached(cwd);
    expect(changed.linted).toEqual([]);
    expect(changed.report).toEqual(await lintFiles(['.'], { cwd }, frameRulebook));
    expect(changed.report.files[0]?.findings).not.toContainEqual(finding);
  });

  it.each<[string, (entry: string) => string]>([
    ['nothing', () => ''],
    ['no JSON', () => '{'],
    ['JSON nested without end', () => '['.repeat(100_000)],
    ['another shape', () => '{"report":null}'],
    ['a field too many', (entry) => entry.replace('{', '{"code":"process.exit()",')],
    ['a prototype', (entry) => entry.replace('{', '{"__proto__":{"polluted":true},')],
    ['a rule that is not there', (entry) => entry.replaceAll('"coercive-deadline"', '"__proto__"')],
    ['a place outside of the mail', (entry) => entry.replace(/"end":\d+/u, '"end":100000')],
    ['a place that ends before it starts', (entry) => entry.replace(/"start":\d+,"end"/u, '"start":9999,"end"')],
    ['the report of another mail', (entry) => entry.replaceAll('e.mjml', 'c.html')],
    ['a file that is not included', (entry) => entry.replaceAll('parts/footer.mjml', '/etc/passwd')],
    ['an exception that no mail has', (entry) => entry.replace('"exceptions":[]', '"exceptions":[{"origin":"file"}]')],
  ])('lints a mail itself for which a stranger has left %s', async (_what, forge) => {
    const { 'e.mjml': mail, 'parts/footer.mjml': footer } = mails;
    const cwd = temporaryFolder({ 'e.mjml': mail, 'parts/footer.mjml': footer });
    const first = await lintCached(cwd);
    for (const path of entriesIn(cwd)) {
      const [key, entry = ''] = readFileSync(path, 'utf8').split('\n');
      writeFileSync(path, `${key}\n${forge(entry)}`);
    }
    const second = await lintCached(cwd);
    expect(second.linted).toContain('e.mjml');
    expect(second.report).toEqual(first.report);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
