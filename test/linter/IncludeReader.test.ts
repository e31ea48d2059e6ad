import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IncludeReader } from '../../src/linter/IncludeReader.js';
import { temporaryFolder } from './temporaryFolder.js';

const rules = { label: {}, folders: ['partials'], endings: ['html', 'hbs'] };

function readerIn(files: Readonly<Record<string, string | Uint8Array>>, cwd = '.') {
  const folder = temporaryFolder(files);
  return { folder, reader: new IncludeReader(join(folder, cwd), rules) };
}

describe('IncludeReader', () => {
  it('reads paths from the folder of the file that names them', () => {
    const { reader } = readerIn({ 'a/mail.mjml': '', 'a/b/part.mjml': 'P', 'c.css': 'C' });
    const ask = (target: string) => reader.resolve({ target, from: 'a/mail.mjml', kind: 'path' });
    expect(ask('b/part.mjml')).toEqual({ kind: 'text', path: 'a/b/part.mjml', text: 'P' });
    expect(ask('./b/../../c.css')).toEqual({ kind: 'text', path: 'c.css', text: 'C' });
    expect(ask('b/part')).toEqual({ kind: 'missing' });
    expect(ask('b')).toEqual({ kind: 'missing' });
  });

  it('finds nothing beside a mail whose folder is not there', () => {
    const { reader } = readerIn({}, 'not/there');
    expect(reader.resolve({ target: 'part.mjml', from: 'mail.mjml', kind: 'path' })).toEqual({ kind: 'missing' });
  });

  it('finds names beside the mail, above it and in the usual folders', () => {
    const { reader } = readerIn({
      'mails/a/mail.hbs.html': '',
      'mails/a/near.html': 'near',
      'partials/far.hbs': 'far',
      'mails/partials/dir/deep.html': 'deep',
    });
    const ask = (target: string) => reader.resolve({ target, from: 'mails/a/mail.hbs.html', kind: 'name' });
    expect(ask('near')).toMatchObject({ path: 'mails/a/near.html' });
    expect(ask('far')).toMatchObject({ path: 'partials/far.hbs' });
    expect(ask('/dir/deep.html')).toMatchObject({ path: 'mails/partials/dir/deep.html' });
    expect(ask('./near')).toMatchObject({ path: 'mails/a/near.html' });
    expect(ask('nowhere')).toEqual({ kind: 'missing' });
    expect(ask('x/../../../near')).toEqual({ kind: 'missing' });
  });

  it('does not take a file for its own part', () => {
    const { reader } = readerIn({ 'mails/base.html': '', 'base.html': 'frame' });
    expect(reader.resolve({ target: 'base.html', from: 'mails/base.html', kind: 'name' })).toMatchObject({
      path: 'base.html',
    });
  });

  it.each([
    '../outside.mjml',
    '/etc/hostname',
    'link.mjml',
    'link/hostname',
    'c:\\x',
    'file:///etc/hostname',
    '.env',
    '.git/config',
    'a\0b',
  ])('refuses %j', (target) => {
    const { folder, reader } = readerIn({ 'outside.mjml': 'no', 'in/.env': 'SECRET', 'in/.git/config': 'x' }, 'in');
    symlinkSync('../outside.mjml', join(folder, 'in/link.mjml'));
    symlinkSync('/etc', join(folder, 'in/link'));
    expect(reader.resolve({ target, from: 'mail.mjml', kind: 'path' })).toMatchObject({ kind: 'refused' });
  });

  it('reads within the repository that the working folder is in', () => {
    const { folder, reader } = readerIn({ '.git/HEAD': '', 'parts/a.mjml': 'A', 'mails/x.mjml': '' }, 'mails');
    expect(reader.resolve({ target: '../parts/a.mjml', from: 'x.mjml', kind: 'path' })).toEqual({
      kind: 'text',
      path: '../parts/a.mjml',
      text: 'A',
    });
    expect(folder).not.toBe('');
  });

  it('tells once of a file that is no text', () => {
    const { folder, reader } = readerIn({ 'a.mjml': Uint8Array.of(0x61, 0xff), 'long.mjml': 'x'.repeat(1_000_001) });
    mkdirSync(join(folder, 'folder.mjml'));
    const ask = (target: string) => reader.resolve({ target, from: 'mail.mjml', kind: 'path' });
    expect([ask('a.mjml'), ask('./a.mjml'), ask('long.mjml')]).toEqual(Array(3).fill({ kind: 'unreadable' }));
    expect(ask('folder.mjml')).toEqual({ kind: 'missing' });
    expect(reader.takeProblems().map(({ path }) => path)).toEqual(['a.mjml', 'long.mjml']);
    expect(reader.takeProblems()).toEqual([]);
  });
});
