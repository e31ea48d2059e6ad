import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CacheFolder } from '../../../src/linter/cache/CacheFolder.js';
import { commitAll } from '../../e2e/repository.js';
import { temporaryFolder } from '../temporaryFolder.js';

function entriesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => /^[0-9a-f]{32}/u.test(name));
}

function setAge(path: string, days: number): void {
  const time = new Date(Date.now() - days * 86_400_000);
  utimesSync(path, time, time);
}

describe('CacheFolder', () => {
  it('recalls under the same name and key what was kept last', async () => {
    const cwd = temporaryFolder();
    const folder = await CacheFolder.open(cwd);
    folder.keep('a.md', 'key', 'one');
    folder.keep('a.md', 'key', 'two\nlines');
    expect(folder.recall('a.md', 'key')).toBe('two\nlines');
    expect(folder.recall('a.md', 'ke')).toBeUndefined();
    expect(folder.recall('b.md', 'key')).toBeUndefined();
    expect(entriesIn(join(cwd, '.tactfulcache'))).toHaveLength(1);
  });

  it('keeps one entry for a mail, whatever it was', async () => {
    const folder = await CacheFolder.open(temporaryFolder());
    folder.keep('a.md', 'old', 'one');
    folder.keep('a.md', 'new', 'two');
    expect(folder.recall('a.md', 'old')).toBeUndefined();
    expect(folder.recall('a.md', 'new')).toBe('two');
  });

  it('stands among installed packages where there are any, out of the way of git', async () => {
    const cwd = temporaryFolder({ 'node_modules/a/package.json': '{}' });
    await CacheFolder.open(cwd);
    expect(readFileSync(join(cwd, 'node_modules/.cache/tactful/.gitignore'), 'utf8')).toBe('*\n');
    expect(existsSync(join(cwd, '.tactfulcache'))).toBe(false);
  });

  it('stands where it is told to', async () => {
    const cwd = temporaryFolder();
    (await CacheFolder.open(cwd, 'a/b')).keep('a.md', 'key', 'one');
    expect(entriesIn(join(cwd, 'a/b'))).toHaveLength(1);
  });

  it.each([
    ['a link out', '.tactfulcache', undefined],
    ['a link above it', 'a', 'a/b'],
  ])('does not follow %s of the working folder', async (_what, link, location) => {
    const [cwd, elsewhere] = [temporaryFolder(), temporaryFolder()];
    symlinkSync(elsewhere, join(cwd, link));
    await expect(CacheFolder.open(cwd, location)).rejects.toThrow('leads out of the working folder');
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('makes no folder where a link leads to nothing', async () => {
    const [cwd, elsewhere] = [temporaryFolder(), temporaryFolder()];
    symlinkSync(join(elsewhere, 'new'), join(cwd, '.tactfulcache'));
    await expect(CacheFolder.open(cwd)).rejects.toThrow('leads out of the working folder');
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('says so where a file is in the way', async () => {
    const cwd = temporaryFolder({ a: 'file' });
    await expect(CacheFolder.open(cwd, 'a')).rejects.toThrow(/cannot be written to/u);
  });

  it.each([
    ['in the folder itself', '.tactfulcache', undefined],
    ['in a folder that another leads to', 'data', 'link'],
  ])('takes nothing that is under version control %s', async (_where, folder, location) => {
    const cwd = temporaryFolder({ [`${folder}/entry`]: 'key\nforged' });
    symlinkSync('data', join(cwd, 'link'));
    commitAll(cwd);
    await expect(CacheFolder.open(cwd, location)).rejects.toThrow('under version control');
  });

  it('neither reads nor writes through a link that stands for an entry', async () => {
    const cwd = temporaryFolder({ 'secret.txt': 'key\nsecret' });
    const folder = await CacheFolder.open(cwd);
    folder.keep('a.md', 'key', 'one');
    const [name = ''] = entriesIn(join(cwd, '.tactfulcache'));
    const other = await CacheFolder.open(cwd, 'other');
    symlinkSync(join(cwd, 'secret.txt'), join(cwd, 'other', name));
    expect(other.recall('a.md', 'key')).toBeUndefined();
    other.keep('a.md', 'key', 'two');
    expect(other.recall('a.md', 'key')).toBe('two');
    expect(readFileSync(join(cwd, 'secret.txt'), 'utf8')).toBe('key\nsecret');
  });

  it('leaves alone a folder or an endless file that stands for an entry', async () => {
    const cwd = temporaryFolder();
    const folder = await CacheFolder.open(cwd);
    folder.keep('a.md', 'key', 'x'.repeat(5_000_001));
    folder.keep('b.md', 'key', 'one');
    expect(folder.recall('a.md', 'key')).toBeUndefined();
    const names = entriesIn(join(cwd, '.tactfulcache'));
    const other = await CacheFolder.open(cwd, 'other');
    for (const name of names) mkdirSync(join(cwd, 'other', name));
    other.keep('b.md', 'key', 'two');
    expect(other.recall('b.md', 'key')).toBeUndefined();
    expect(entriesIn(join(cwd, 'other')).toSorted()).toEqual(names.toSorted());
  });

  it('deletes what was not used for a month, and nothing else', async () => {
    const cwd = temporaryFolder();
    const folder = await CacheFolder.open(cwd);
    const place = join(cwd, '.tactfulcache');
    folder.keep('old.md', 'key', 'one');
    writeFileSync(join(place, 'notes.txt'), 'mine');
    for (const name of readdirSync(place)) setAge(join(place, name), 40);
    folder.keep('new.md', 'key', 'two');
    folder.prune();
    expect(folder.recall('old.md', 'key')).toBeUndefined();
    expect(folder.recall('new.md', 'key')).toBe('two');
    expect(readFileSync(join(place, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('looks for old entries once a day', async () => {
    const cwd = temporaryFolder();
    const folder = await CacheFolder.open(cwd);
    folder.prune();
    folder.keep('old.md', 'key', 'one');
    const [name = ''] = entriesIn(join(cwd, '.tactfulcache'));
    setAge(join(cwd, '.tactfulcache', name), 40);
    folder.prune();
    expect(entriesIn(join(cwd, '.tactfulcache'))).toEqual([name]);
    setAge(join(cwd, '.tactfulcache', 'pruned'), 2);
    folder.prune();
    expect(entriesIn(join(cwd, '.tactfulcache'))).toEqual([]);
  });

  it('marks what is used', async () => {
    const cwd = temporaryFolder();
    const folder = await CacheFolder.open(cwd);
    folder.keep('a.md', 'key', 'one');
    const [name = ''] = entriesIn(join(cwd, '.tactfulcache'));
    const path = join(cwd, '.tactfulcache', name);
    setAge(path, 20);
    const before = statSync(path).mtimeMs;
    expect(folder.recall('a.md', 'other')).toBeUndefined();
    expect(statSync(path).mtimeMs).toBe(before);
    folder.recall('a.md', 'key');
    expect(statSync(path).mtimeMs).toBeGreaterThan(before);
  });
});
