import { describe, expect, it } from 'vitest';
import { lintFiles } from '../../src/linter/lintFiles.js';
import { frameRulebook } from './frameRulebook.js';
import { temporaryFolder } from './temporaryFolder.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';

function lintIn(
  files: Readonly<Record<string, string | Uint8Array>>,
  patterns: readonly string[] = ['.'],
  options: Partial<Parameters<typeof lintFiles>[1]> = {},
) {
  return lintFiles(patterns, { cwd: temporaryFolder(files), ...options }, frameRulebook);
}

describe('lintFiles', () => {
  it('lints every mail in its format, in the order of their names', async () => {
    const { files, problems } = await lintIn({
      'b/two.html': `<p>${threat}</p>`,
      'a/one.md': threat,
      'a/notes.pdf': threat,
      'three.mjml': `<mjml><mj-body><mj-section><mj-column><mj-text>${threat}</mj-text></mj-column></mj-section></mj-body></mjml>`,
      'four.txt': threat,
    });
    expect(problems).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(['a/one.md', 'b/two.html', 'four.txt', 'three.mjml']);
    for (const { findings } of files) expect(findings.map(({ rule }) => rule)).toContain('coercive-deadline');
  });

  it('reads mail files in any charset, with places in their characters', async () => {
    const source = `Content-Type: text/plain; charset=iso-8859-1\r\n\r\nF\xfcr Sie: ${threat}`;
    const { files, problems } = await lintIn({ 'a.eml': Buffer.from(source, 'latin1') });
    expect(problems).toEqual([]);
    const [finding] = files[0]?.findings ?? [];
    expect(source.slice(finding?.range.start, finding?.range.end)).toBe(finding?.text);
  });

  it('reports once what the plain text and the HTML of a mail file both say', async () => {
    const parts = [`Content-Type: text/plain\n\n${threat}`, `Content-Type: text/html\n\n<p>${threat}</p>`];
    const source = `Content-Type: multipart/alternative; boundary=b\n\n--b\n${parts.join('\n--b\n')}\n--b--`;
    const { files } = await lintIn({ 'a.eml': source });
    expect(files[0]?.findings.filter(({ rule }) => rule === 'coercive-deadline')).toHaveLength(1);
  });

  it('gives mails what their campaign says', async () => {
    const { files } = await lintIn({ 'a/campaign.yml': 'type: consent', 'a/one.md': threat, 'two.md': threat });
    expect(files.map(({ types }) => types[0]?.confidence === 1)).toEqual([true, false]);
  });

  it('lints the others beside a file that cannot be read', async () => {
    const { files, problems } = await lintIn({ 'a.md': threat, 'b.md': Uint8Array.of(0x61, 0x0a, 0xff) });
    expect(files.map(({ path }) => path)).toEqual(['a.md']);
    expect(problems).toMatchObject([{ path: 'b.md', line: 2 }]);
  });

  it('tells what is wrong inside of mails and campaigns', async () => {
    const { files, problems } = await lintIn({ 'campaign.yml': 'type: x', 'a.md': '---\nsubject: [\n---\nHello.' });
    expect(files).toHaveLength(1);
    expect(problems.map(({ path }) => path)).toEqual(['a.md', 'campaign.yml']);
  });

  it('tells when there is nothing', async () => {
    const { files, problems } = await lintIn({}, ['nowhere.md']);
    expect(files).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it('lints standard input as the file that it stands for', async () => {
    const stdin = { text: threat, path: 'a/draft.md' };
    const { files } = await lintIn({ 'a/campaign.yml': 'type: consent', 'b.md': 'Hi.' }, ['b.md'], { stdin });
    expect(files.map(({ path, source }) => [path, source])).toEqual([
      ['a/draft.md', threat],
      ['b.md', 'Hi.'],
    ]);
    expect(files[0]?.types).toEqual([{ type: 'consent', confidence: 1 }]);
  });

  it('reads every file in a format that is given', async () => {
    const { files } = await lintIn({ 'a.tpl.pdf': `<p>${threat}</p>` }, ['a.tpl.pdf'], { format: 'html' });
    expect(files[0]?.findings[0]?.text).not.toContain('<');
  });

  it('drops a byte order mark, so that columns are those of an editor', async () => {
    const { files } = await lintIn({ 'a.md': `\ufeff${threat}` });
    expect(files[0]?.source).toBe(threat);
    expect(files[0]?.findings.every(({ range }) => range.end <= threat.length)).toBe(true);
  });
});
