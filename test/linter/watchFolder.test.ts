import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { matters, watchFolder } from '../../src/linter/watchFolder.js';
import { temporaryFolder } from './temporaryFolder.js';

describe('matters', () => {
  it.each([
    'a.md',
    'a/b.mjml',
    'a/campaign.yml',
    'tactful.config.json',
    'package.json',
    'a/.gitignore',
    'pack/rule.yaml',
    'tactful-baseline.json',
    'tactful-exceptions.yml',
    'styles/mail.css',
    'parts/footer.liquid',
  ])('says yes to %s', (path) => {
    expect(matters(path, ['liquid'])).toBe(true);
  });

  it.each(['a.png', 'report.json', 'node_modules/a/b.md', '.git/a.md', 'a/.tactfulcache/b.yml', 'campaign.yml.part'])(
    'says no to %s',
    (path) => {
      expect(matters(path)).toBe(false);
    },
  );
});

describe('watchFolder', () => {
  it('tells of changes below the folder, but not of our own', async () => {
    const folder = temporaryFolder({ 'a/one.md': 'one', 'own.md': '' });
    let wake: () => void = () => undefined;
    const changed = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const own: string[] = [];
    const isOwn = (path: string): boolean => {
      own.push(path);
      return path === 'own.md';
    };
    onTestFinished(watchFolder(folder, wake, { isOwn }));
    writeFileSync(join(folder, 'own.md'), 'ours');
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'a/one.md'), 'two');
    await changed;
    expect(own).toContain(join('a', 'one.md'));
  });
});
