import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLabelled } from '../../src/evaluation/findLabelled.js';
import { withFolder } from './withFolder.js';

const isMail = (path: string) => /\.(?:md|html|twig)$/.test(path);

function find(files: readonly string[], patterns: readonly string[]) {
  const texts = Object.fromEntries(files.map((path) => [path, '']));
  return withFolder(texts, (cwd) => findLabelled(patterns, cwd, isMail));
}

describe('findLabelled', () => {
  it('searches folders for labelled mails and for lists, and sorts them', async () => {
    const files = [
      'm/b.md',
      'm/b.expect.yml',
      'm/deep/a.html',
      'm/deep/a.expect.yml',
      'm/passages-en-x.yml',
      'm/c.md',
      'x.md',
    ];
    expect(await find(files, ['m'])).toEqual({
      files: [
        { kind: 'mail', path: 'm/b.md', labels: 'm/b.expect.yml' },
        { kind: 'mail', path: 'm/deep/a.html', labels: 'm/deep/a.expect.yml' },
        { kind: 'passages', path: 'm/passages-en-x.yml' },
      ],
      unsupported: [],
      problems: [],
    });
  });

  it.each([['a.md'], ['a.expect.yml'], ['*.md'], ['*.expect.yml'], ['.'], ['./a.md']])('takes %s', async (pattern) => {
    const found = await find(['a.md', 'a.expect.yml'], [pattern]);
    expect(found.files).toEqual([{ kind: 'mail', path: 'a.md', labels: 'a.expect.yml' }]);
    expect(found.problems).toEqual([]);
  });

  it('counts nothing twice', async () => {
    const found = await find(['a.md', 'a.expect.yml', 'passages.yml'], ['.', 'a.md', 'passages.yml', '**/*.yml']);
    expect(found.files.map(({ path }) => path)).toEqual(['a.md', 'passages.yml']);
  });

  it('takes the longest name that has labels, and every format of a name', async () => {
    const files = ['a.expect.yml', 'a.md', 'a.html', 'a.b.expect.yml', 'a.b.md', 'c.html.twig', 'c.expect.yml'];
    expect((await find(files, ['.'])).files).toEqual([
      { kind: 'mail', path: 'a.b.md', labels: 'a.b.expect.yml' },
      { kind: 'mail', path: 'a.html', labels: 'a.expect.yml' },
      { kind: 'mail', path: 'a.md', labels: 'a.expect.yml' },
      { kind: 'mail', path: 'c.html.twig', labels: 'c.expect.yml' },
    ]);
  });

  it('sets mails of another format apart, but not pictures beside a mail', async () => {
    const found = await find(['a.eml', 'a.expect.yml', 'b.md', 'b.png', 'b.expect.yml'], ['.']);
    expect(found.unsupported).toEqual(['a.eml']);
    expect(found.files.map(({ path }) => path)).toEqual(['b.md']);
    expect(found.problems).toEqual([]);
  });

  it('reports labels without a mail', async () => {
    const { problems } = await find(['a.expect.yml'], ['.']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      path: 'a.expect.yml',
      message: expect.stringContaining('a file named a with'),
    });
  });

  it('reports a pattern without labels', async () => {
    const { problems } = await find(['a.md', 'x/b.md'], ['a.md', 'x', 'nowhere', '*.txt']);
    expect(problems.map(({ path }) => path)).toEqual(['a.md', 'x', 'nowhere', '*.txt']);
  });

  it('takes folder names with characters of globs as they stand', async () => {
    const found = await find(['m[1] (x)/a.md', 'm[1] (x)/a.expect.yml'], ['m[1] (x)']);
    expect(found.files.map(({ path }) => path)).toEqual(['m[1] (x)/a.md']);
  });

  it('follows no links and reads no packages', async () => {
    const files = {
      'm/node_modules/a.md': '',
      'm/node_modules/a.expect.yml': '',
      'out/b.md': '',
      'out/b.expect.yml': '',
    };
    await withFolder(files, async (cwd) => {
      await symlink(join(cwd, 'out'), join(cwd, 'm/link'));
      expect((await findLabelled(['m'], cwd, isMail)).files).toEqual([]);
    });
  });
});
