import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { command } from './runCommand.js';

const mail = `---
type: marketing
---

Grüße 🎉, der Garten öffnet am Samstag!!! Kommen Sie?

Farn & Feld, Mühlgasse 3, 37073 Göttingen [Abmelden]({{ unsubscribe_url }})
`;

const scripts = fileURLToPath(new URL('editors', import.meta.url));

/** The settings that a guide tells to write, with the command that was built here. */
function settingsIn(guide: string, replacements: Readonly<Record<string, string>>): string {
  const page = readFileSync(fileURLToPath(new URL(`../../docs/editors/${guide}.md`, import.meta.url)), 'utf8');
  const [, block = ''] = /```[a-z]+\n([\s\S]*?)```/u.exec(page) ?? [];
  return Object.entries(replacements).reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, block);
}

function isThere(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** Runs an editor on the mail. @returns what its script has written. */
function seenBy(program: string, args: readonly string[], settings: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder({ 'mail.txt': mail, 'mail.md': mail, ...settings });
  const env = { ...process.env, HOME: folder, OUT: join(folder, 'seen.out'), MAIL: join(folder, 'mail.txt') };
  spawnSync(program, args, { cwd: folder, env, timeout: 60_000, stdio: 'ignore' });
  return existsSync(env.OUT) ? readFileSync(env.OUT, 'utf8') : 'The editor wrote nothing';
}

const hasNeovim = isThere('nvim', '--version');
const hasEglot = isThere('emacs', '--batch', '-f', 'package-initialize', '-l', 'eglot');
const hasAle = isThere('vim', '--version') && isThere('script', '--version') && existsSync('/usr/share/vim-ale');

describe('editors, set up as their guides say', () => {
  it.skipIf(!hasNeovim)(`Neovim shows, fixes and lints again${hasNeovim ? '' : ' (nvim is not installed)'}`, () => {
    const settings = settingsIn('neovim', { "'npx', 'tactful'": `'${process.execPath}', '${command}'` });
    const args = ['--headless', '-u', 'init.lua', 'mail.md', '-c', `luafile ${join(scripts, 'nvim.lua')}`];
    const seen = seenBy('nvim', args, { 'init.lua': `vim.cmd('filetype on')\n${settings}` });
    expect(seen.split('\n')).toEqual([
      'before shouting: Samstag!!!',
      'after ',
      'text Grüße 🎉, der Garten öffnet am Samstag! Kommen Sie?',
      '',
    ]);
  });

  it.skipIf(!hasEglot)(`Emacs shows what was found${hasEglot ? '' : ' (emacs with eglot is not installed)'}`, () => {
    const settings = settingsIn('emacs', { '"npx" "tactful"': `"${process.execPath}" "${command}"` });
    const args = ['-q', '--batch', '-f', 'package-initialize', '-l', 'init.el', '-l', join(scripts, 'eglot.el')];
    expect(seenBy('emacs', args, { 'init.el': settings })).toMatch(/^before .*shouting.*: Samstag!!!\n$/u);
  });

  it.skipIf(!hasAle)(`Vim shows what was found${hasAle ? '' : ' (vim with ALE is not installed)'}`, () => {
    const settings = settingsIn('vim', {
      "'executable': 'npx'": `'executable': '${process.execPath}'`,
      'npx tactful': `${process.execPath} ${command}`,
    });
    const loaded =
      'set nocompatible\nset runtimepath^=/usr/share/vim-ale\nfiletype plugin on\nruntime plugin/ale.vim\n';
    const explicit = "let g:ale_linters = {'markdown': ['tactful']}\n";
    const editor = `vim -Nu init.vim -S ${join(scripts, 'ale.vim')} mail.md --not-a-term`;
    const seen = seenBy('script', ['-qec', editor, '/dev/null'], { 'init.vim': loaded + explicit + settings });
    expect(seen).toBe('before shouting: Grüße 🎉, der Garten öffnet am Samstag!!! Kommen Sie?\n');
  });
});
