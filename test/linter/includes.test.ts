import { describe, expect, it } from 'vitest';
import { lintFiles } from '../../src/linter/lintFiles.js';
import { mergeReports } from '../../src/linter/mergeReports.js';
import { frameRulebook } from './frameRulebook.js';
import { temporaryFolder } from './temporaryFolder.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';

function mail(...parts: readonly string[]): string {
  const tags = parts.map((part) => `<mj-include path="${part}" />`).join('');
  return `<mjml><mj-body><mj-section><mj-column><mj-text>Hello to all of you.</mj-text></mj-column></mj-section>${tags}</mj-body></mjml>`;
}

const part = `<mj-section><mj-column><mj-text>${threat}</mj-text></mj-column></mj-section>`;

function lintIn(files: Readonly<Record<string, string | Uint8Array>>, patterns: readonly string[] = ['.']) {
  return lintFiles(patterns, { cwd: temporaryFolder(files), config: false }, frameRulebook);
}

describe('what mails include', () => {
  it('is told in the file that holds the words, with the tag that includes it', async () => {
    const { files, problems } = await lintIn({ 'a.mjml': mail('./p.mjml'), 'p.mjml': part }, ['a.mjml']);
    expect(problems).toEqual([]);
    const found = files.flatMap(({ path, source, findings }) =>
      findings.filter(({ rule }) => rule === 'coercive-deadline').map((finding) => ({ path, source, finding })),
    );
    expect(found).toHaveLength(1);
    const [{ path, source, finding } = { path: '', source: '', finding: undefined }] = found;
    expect(path).toBe('p.mjml');
    expect(source.slice(finding?.range.start, finding?.range.end)).toBe(finding?.text);
    expect(finding?.related.at(-1)).toMatchObject({
      label: 'Included here',
      text: '<mj-include path="./p.mjml" />',
      file: { path: 'a.mjml', start: { line: 1 } },
    });
  });

  it('is told once, however many mails include it, and though it is linted itself', async () => {
    const { files } = await lintIn({ 'a.mjml': mail('p.mjml'), 'b.mjml': mail('p.mjml'), 'p.mjml': part });
    expect(files.map(({ path }) => path)).toEqual(['a.mjml', 'b.mjml', 'p.mjml']);
    const deadlines = files.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'coercive-deadline'));
    expect(deadlines).toHaveLength(1);
  });

  it('settles what a mail must hold', async () => {
    const footer =
      '<mj-section><mj-column><mj-text><a href="https://x.example/unsubscribe">Unsubscribe</a></mj-text></mj-column></mj-section>';
    const marketing = `<!--\n---\ntype: marketing\n---\n-->${mail('p.mjml')}`;
    const rulesOf = async (text: string) => {
      const { files } = await lintIn({ 'a.mjml': marketing, 'p.mjml': text }, ['a.mjml']);
      return files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    };
    expect(await rulesOf('<mj-section></mj-section>')).toContain('missing-opt-out');
    expect(await rulesOf(footer)).not.toContain('missing-opt-out');
  });

  it('does not hold what is said of a whole mail', async () => {
    const marketing = '<!--\n---\ntype: marketing\n---\n--><mj-include path="p.mjml" />';
    const words = '<mj-section><mj-column><mj-text>The roses bloom.</mj-text></mj-column></mj-section>';
    const { files } = await lintIn({ 'a.mjml': marketing, 'b.mjml': mail('p.mjml'), 'p.mjml': words }, ['a.mjml']);
    expect(files.map(({ path, findings }) => [path, findings.some(({ rule }) => rule === 'missing-opt-out')])).toEqual([
      ['a.mjml', true],
      ['p.mjml', false],
    ]);
  });

  it('does not move what the mail lets pass', async () => {
    const own = `<!-- tactful-ignore-next coercive-deadline -- quoted --><mj-raw><p>${threat}</p></mj-raw>`;
    const text = `<mjml><mj-body><mj-include path="p.mjml" />${own}</mj-body></mjml>`;
    const words = '<mj-section><mj-column><mj-text>The roses bloom in the garden.</mj-text></mj-column></mj-section>';
    const { files, problems } = await lintIn({ 'a.mjml': text, 'p.mjml': words });
    expect(problems).toEqual([]);
    expect(files.flatMap(({ findings }) => findings.map(({ rule }) => rule))).not.toContain('coercive-deadline');
    expect(files[0]?.excepted).toHaveLength(1);
  });

  it('is asked for once where it is broken', async () => {
    const files = {
      'a.mjml': mail('broken.mjml', 'p.mjml'),
      'b.mjml': mail('broken.mjml', 'p.mjml'),
      'broken.mjml': Uint8Array.of(0xff),
      'p.mjml': '<mj-include path="./gone.mjml" />',
    };
    const { problems } = await lintIn(files, ['a.mjml', 'b.mjml']);
    expect(problems).toMatchObject([
      { path: 'broken.mjml', line: 1 },
      { path: 'p.mjml', line: 1, column: 1 },
    ]);
  });

  it('is one report when mails are linted in shards', async () => {
    const cwd = temporaryFolder({ 'a.mjml': mail('p.mjml'), 'b.mjml': mail('p.mjml'), 'p.mjml': part });
    const lintShard = (index: number) =>
      lintFiles(['.'], { cwd, config: false, shard: { index, count: 2 } }, frameRulebook);
    const reports = [await lintShard(1), await lintShard(2)];
    const merged = mergeReports(reports.map((report, index) => ({ name: String(index), report })));
    expect(merged).toEqual(await lintFiles(['.'], { cwd, config: false }, frameRulebook));
  });
});
