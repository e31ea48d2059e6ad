import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingsStamp } from '../../src/server/settingsStamp.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';

describe('settingsStamp', () => {
  it('differs when settings or campaigns beside or above a mail come, change or go, and only then', async () => {
    const cwd = temporaryFolder({ 'a/b/mail.md': '', 'a/c/tactful.config.yml': '' });
    const stamp = () => settingsStamp(cwd, 'a/b/mail.md');
    const seen = [await stamp()];
    for (const [path, text] of [
      ['tactful.config.yml', 'rules: {}'],
      ['a/campaign.yml', 'type: consent'],
      ['a/campaign.yml', 'type: marketing'],
      ['a/b/package.json', '{}'],
    ] as const) {
      writeFileSync(join(cwd, path), text);
      seen.push(await stamp());
    }
    rmSync(join(cwd, 'a/b/package.json'));
    seen.push(await stamp());
    expect(new Set(seen).size).toBe(seen.length - 1);
    expect(seen.at(-1)).toBe(seen.at(-3));
    writeFileSync(join(cwd, 'a/c/tactful.config.yml'), 'rules: {}');
    writeFileSync(join(cwd, 'a/b/mail.md'), 'Hello');
    expect(await stamp()).toBe(seen.at(-1));
  });

  it('is the same for all that lies outside', async () => {
    const cwd = temporaryFolder();
    expect(await settingsStamp(cwd, '../mail.md')).toBe('');
  });
});
