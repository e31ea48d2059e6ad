import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FindFilesOptions, findFiles } from '../../src/linter/findFiles.js';
import { temporaryFolder } from './temporaryFolder.js';

const isMail = (path: string) => /\.(?:md|mjml|txt)$/u.test(path);

async function find(cwd: string, patterns: readonly string[], options: Partial<FindFilesOptions> = {}) {
  const { paths, problems } = await findFiles(patterns, { cwd, isMail, ...options });
  return { paths, problems: problems.map(({ path, message }) => `${path ?? ''}|${message.split('. ')[0]}`) };
}

describe('findFiles', () => {
  it('finds files, folders and globs, sorted, each once', async () => {
    const cwd = temporaryFolder({ 'b/2.md': '', 'b/1.mjml': '', 'a.md': '', 'c/d/e.txt': '', 'c/x.png': '' });
    expect(await find(cwd, ['c', 'b/*.md', './a.md', 'b', '{a,z}.md'])).toEqual({
      paths: ['a.md', 'b/1.mjml', 'b/2.md', 'c/d/e.txt'],
      problems: [],
    });
    expect((await find(cwd, ['**/*.md'])).paths).toEqual(['a.md', 'b/2.md']);
    expect((await find(cwd, ['.'])).paths).toHaveLength(4);
  });

  it('takes absolute paths and paths outside of the working folder', async () => {
    const cwd = temporaryFolder({ 'in/a.md': '', 'out/b.md': '' });
    expect((await find(join(cwd, 'in'), [join(cwd, 'in'), '../out'])).paths).toEqual(['../out/b.md', 'a.md']);
  });

  it('takes backslashes for separators', async () => {
    const cwd = temporaryFolder({ 'mails/a.md': '', 'mails/b/c.md': '' });
    expect((await find(cwd, ['mails\\a.md'])).paths).toEqual(['mails/a.md']);
    expect((await find(cwd, ['.\\mails\\b'])).paths).toEqual(['mails/b/c.md']);
  });

  it('takes a file whose name looks like a glob', async () => {
    const cwd = temporaryFolder({ '[a]*.md': '', 'a.md': '' });
    expect((await find(cwd, ['[a]*.md'])).paths).toEqual(['[a]*.md']);
  });

  it('passes over hidden files, node_modules and companions of mails', async () => {
    const cwd = temporaryFolder({
      '.git/a.md': '',
      '.hidden.md': '',
      'node_modules/a/README.md': '',
      'x/node_modules/a.md': '',
      'a.expect.yml': '',
      'passages-en.yml': '',
      'campaign.yml': '',
      'mail.md': '',
    });
    const everything = { isMail: () => true };
    expect((await find(cwd, ['.'], everything)).paths).toEqual(['mail.md']);
    expect((await find(cwd, ['**/*'], everything)).paths).toEqual(['mail.md']);
  });

  it('says when a companion of mails is named', async () => {
    const cwd = temporaryFolder({ 'a.expect.yml': '', 'passages-en.yml': '', 'campaign.yml': '' });
    const message = 'This file holds labels or settings of mails, not a mail';
    expect(await find(cwd, ['a.expect.yml', 'passages-en.yml', 'campaign.yml'], { isFormatGiven: true })).toEqual({
      paths: [],
      problems: [`a.expect.yml|${message}`, `passages-en.yml|${message}`, `campaign.yml|${message}`],
    });
  });

  it('says when the format of a named file is unknown, unless it is given', async () => {
    const cwd = temporaryFolder({ 'a.tpl': '' });
    expect(await find(cwd, ['a.tpl'])).toEqual({
      paths: [],
      problems: ['a.tpl|The format of this file cannot be told from its name'],
    });
    expect((await find(cwd, ['a.tpl'], { isFormatGiven: true })).paths).toEqual(['a.tpl']);
  });

  it('says which pattern leads nowhere, and finds the others', async () => {
    const cwd = temporaryFolder({ 'a.md': '', 'empty/x.png': '' });
    expect(await find(cwd, ['missing.md', 'nothing/*.md', 'empty', '', '!a.md', 'a\0b', 'a.md'])).toEqual({
      paths: ['a.md'],
      problems: [
        '|“missing.md” does not exist',
        '|“nothing/*.md” matches no mail',
        '|There are no mails in “empty”',
        '|“” does not exist',
        '|“!a.md” starts with an exclamation mark',
        '|“a\0b” does not exist',
      ],
    });
  });

  describe('with .gitignore', () => {
    const files = {
      '.gitignore': 'drafts/\n*.txt\n',
      'a.md': '',
      'a.txt': '',
      'drafts/b.md': '',
      'sub/.gitignore': '!keep.txt\n/only-here.md\r\n',
      'sub/keep.txt': '',
      'sub/other.txt': '',
      'sub/only-here.md': '',
      'sub/deep/only-here.md': '',
    };

    it('respects it in every folder', async () => {
      const cwd = temporaryFolder(files);
      const expected = ['a.md', 'sub/deep/only-here.md', 'sub/keep.txt'];
      expect((await find(cwd, ['.'])).paths).toEqual(expected);
      expect((await find(cwd, ['**'])).paths).toEqual(expected);
    });

    it('respects those above the working folder, up to the root of the repository', async () => {
      const cwd = temporaryFolder({ ...files, '.git/HEAD': '' });
      expect((await find(join(cwd, 'sub'), ['.'])).paths).toEqual(['deep/only-here.md', 'keep.txt']);
    });

    it('does not look above the working folder outside of a repository', async () => {
      const cwd = temporaryFolder({ '.gitignore': '*.md\n', 'sub/a.md': '' });
      expect((await find(join(cwd, 'sub'), ['.'])).paths).toEqual(['a.md']);
    });

    it('takes files that are named', async () => {
      const cwd = temporaryFolder(files);
      expect((await find(cwd, ['drafts/b.md', 'a.txt'])).paths).toEqual(['a.txt', 'drafts/b.md']);
    });

    it('says so when nothing is left', async () => {
      const cwd = temporaryFolder({ ...files, '.git/HEAD': '' });
      const { problems } = await findFiles(['drafts', 'drafts/*'], { cwd, isMail });
      expect(problems).toHaveLength(2);
      for (const { message } of problems) expect(message).toContain('--no-gitignore');
    });

    it('can be told not to', async () => {
      const cwd = temporaryFolder(files);
      expect((await find(cwd, ['.'], { ignoreFiles: false })).paths).toHaveLength(7);
    });

    it('leaves patterns aside that were made to take for ever', async () => {
      const cwd = temporaryFolder({
        '.gitignore': `${'*a'.repeat(30)}*b\n*.txt\n`,
        [`${'a'.repeat(200)}.md`]: '',
        'a.txt': '',
      });
      expect((await find(cwd, ['.'])).paths).toEqual([`${'a'.repeat(200)}.md`]);
    });
  });

  describe('with links', () => {
    it('follows those that stay inside', async () => {
      const cwd = temporaryFolder({ 'real/a.md': '', 'more/b.md': '' });
      symlinkSync('../more', join(cwd, 'real', 'more'));
      symlinkSync('../more/b.md', join(cwd, 'real', 'c.md'));
      expect((await find(cwd, ['real'])).paths).toEqual(['real/a.md', 'real/c.md']);
      expect((await find(cwd, ['.'])).paths).toEqual(['more/b.md', 'real/a.md']);
    });

    it('does not follow those that lead out', async () => {
      const outside = temporaryFolder({ 'secret.md': '' });
      const cwd = temporaryFolder({ 'a.md': '' });
      symlinkSync(outside, join(cwd, 'folder'));
      symlinkSync(join(outside, 'secret.md'), join(cwd, 'file.md'));
      symlinkSync('missing', join(cwd, 'broken.md'));
      expect(await find(cwd, ['.'])).toEqual({ paths: ['a.md'], problems: [] });
      expect((await find(cwd, ['folder/*.md'])).paths).toEqual([]);
      expect(await find(cwd, ['file.md', 'folder', 'folder/secret.md'])).toEqual({
        paths: [],
        problems: ['file.md', 'folder', 'folder/secret.md'].map(
          (path) => `|“${path}” is behind a link that leads out of the working folder`,
        ),
      });
    });

    it('does not follow those that lead to what is passed over', async () => {
      const cwd = temporaryFolder({ 'node_modules/a.md': '', '.git/b.md': '', 'c.md': '' });
      symlinkSync('node_modules', join(cwd, 'modules'));
      symlinkSync('.git/b.md', join(cwd, 'b.md'));
      expect((await find(cwd, ['.'])).paths).toEqual(['c.md']);
    });

    it('does not run in circles', async () => {
      const cwd = temporaryFolder({ 'a/b/c.md': '' });
      symlinkSync('../..', join(cwd, 'a', 'b', 'up'));
      symlinkSync('.', join(cwd, 'here'));
      expect((await find(cwd, ['.'])).paths).toEqual(['a/b/c.md']);
      expect((await find(cwd, ['a/b'])).paths).toEqual(['a/b/c.md']);
    });
  });

  it('finds mails in very deep folders', async () => {
    const cwd = temporaryFolder();
    const deep = Array.from({ length: 300 }, () => 'd').join('/');
    mkdirSync(join(cwd, deep), { recursive: true });
    expect((await find(cwd, ['.'])).problems).toEqual(['|There are no mails in “.”']);
  });
});
