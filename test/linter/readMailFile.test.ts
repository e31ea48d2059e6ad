import { describe, expect, it } from 'vitest';
import { readMailFile } from '../../src/linter/readMailFile.js';
import { temporaryFolder } from './temporaryFolder.js';

describe('readMailFile', () => {
  it('reads UTF-8, without its byte order mark', async () => {
    const cwd = temporaryFolder({ 'a.md': 'Grüße 😀\r\n', 'b.md': '\ufeffHallo' });
    expect(await readMailFile('a.md', cwd)).toEqual({ text: 'Grüße 😀\r\n' });
    expect(await readMailFile('b.md', cwd)).toEqual({ text: 'Hallo' });
  });

  it('says where a file stops being UTF-8', async () => {
    const cwd = temporaryFolder({ 'a.md': Buffer.from('Hallo\n\nGr\xfc\xdfe', 'latin1') });
    expect(await readMailFile('a.md', cwd)).toEqual({
      problem: { path: 'a.md', message: 'This is not UTF-8 text. Save it with the encoding UTF-8.', line: 3 },
    });
  });

  it('reads the bytes of a mail file that is not UTF-8', async () => {
    const cwd = temporaryFolder({ 'a.eml': Buffer.from('Gr\xfc\xdfe \x80', 'latin1') });
    expect(await readMailFile('a.eml', cwd)).toEqual({ text: 'Gr\xfc\xdfe \x80' });
  });

  it('says that a file cannot be read', async () => {
    expect(await readMailFile('missing.md', temporaryFolder())).toMatchObject({ problem: { path: 'missing.md' } });
  });
});
