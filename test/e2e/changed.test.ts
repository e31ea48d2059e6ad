import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { commitAll, git } from './repository.js';
import { runCommand } from './runCommand.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';
const mail = (...lines: readonly string[]) => `---\ntype: consent\n---\n${lines.join('\n\n')}\n`;

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string }[] }[];
}

async function lint(cwd: string, ...args: readonly string[]): Promise<Report['files']> {
  const { output, errors } = await runCommand(['.', ...args, '--format', 'json'], { cwd });
  expect(errors).toBe('');
  const report: Report = JSON.parse(output);
  return report.files;
}

async function pathsOf(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  return (await lint(cwd, ...args)).map(({ path }) => path);
}

describe('--changed', () => {
  it('means staged, unstaged and new files, and no others', async () => {
    const cwd = temporaryFolder({
      'a.md': mail('A'),
      'b.md': mail('B'),
      'c.md': mail('C'),
      'x/d.md': mail('D'),
      '.gitignore': 'e.md\n',
    });
    commitAll(cwd);
    writeFileSync(join(cwd, 'a.md'), mail('Staged'));
    git(cwd, 'add', 'a.md');
    writeFileSync(join(cwd, 'x/d.md'), mail('Unstaged'));
    writeFileSync(join(cwd, 'new.md'), mail('New'));
    writeFileSync(join(cwd, 'e.md'), mail('Ignored'));
    rmSync(join(cwd, 'c.md'));
    expect(await pathsOf(cwd, '--changed')).toEqual(['a.md', 'new.md', 'x/d.md']);
    expect(await pathsOf(join(cwd, 'x'), '--changed')).toEqual(['d.md']);
  });

  it('counts from where the branch left the other, whatever has happened there since', async () => {
    const cwd = temporaryFolder({ 'a.md': mail('A'), 'b.md': mail('B') });
    commitAll(cwd);
    git(cwd, 'checkout', '--quiet', '-b', 'mine');
    writeFileSync(join(cwd, 'a.md'), mail('Mine'));
    git(cwd, 'commit', '--quiet', '--all', '--message', 'Mine');
    git(cwd, 'checkout', '--quiet', 'main');
    writeFileSync(join(cwd, 'b.md'), mail('Theirs'));
    git(cwd, 'commit', '--quiet', '--all', '--message', 'Theirs');
    git(cwd, 'checkout', '--quiet', 'mine');
    expect(await pathsOf(cwd, '--changed=main')).toEqual(['a.md']);
    expect(await pathsOf(cwd, '--changed')).toEqual([]);
  });

  it('takes files with hostile names as they are', async () => {
    const names = [
      '-a.md',
      '"b".md',
      'c d\tü.md',
      '$(touch pwned).md',
      "'; touch pwned; '.md",
      'line\nbreak.md',
      'diff --git a b.md',
    ];
    const cwd = temporaryFolder({ 'z.md': mail('Z'), ...Object.fromEntries(names.map((name) => [name, mail('Old')])) });
    commitAll(cwd);
    for (const name of names) writeFileSync(join(cwd, name), mail('Hello.', threat));
    const files = await lint(cwd, '--changed-lines');
    expect(files.map(({ path }) => path)).toEqual(names.toSorted());
    for (const { findings } of files) expect(findings.map(({ rule }) => rule)).toContain('coercive-deadline');
    expect(git(cwd, 'status', '--short', '--untracked-files=all')).not.toContain('pwned\n');
  });

  it('works before the first commit', async () => {
    const cwd = temporaryFolder({ 'a.md': mail('A'), 'b.md': mail('B') });
    git(cwd, 'init', '--quiet');
    git(cwd, 'add', 'a.md');
    expect(await pathsOf(cwd, '--changed')).toEqual(['a.md', 'b.md']);
  });

  it('says what is wrong outside of a repository, and about what Git does not know', async () => {
    const outside = await runCommand(['.', '--changed'], { cwd: temporaryFolder({ 'a.md': mail('A') }) });
    expect(outside).toMatchObject({ exitCode: 2, output: '' });
    expect(outside.errors).toContain('This folder is in no Git repository');
    const cwd = temporaryFolder({ 'a.md': mail('A') });
    commitAll(cwd);
    for (const reference of ['nowhere', '--output=pwned', 'HEAD:a.md']) {
      const unknown = await runCommand(['.', `--changed=${reference}`], { cwd });
      expect(unknown).toMatchObject({ exitCode: 2, output: '' });
      expect(unknown.errors).toContain('Git knows no branch');
    }
    expect(git(cwd, 'status', '--short')).toBe('');
  });
});

describe('--changed-lines', () => {
  it('tells of words only where lines have changed, and of whole mails always', async () => {
    const offer = (...lines: readonly string[]) => `---\ntype: marketing\n---\n${lines.join('\n\n')}\n`;
    const cwd = temporaryFolder({ 'a.md': offer(threat, 'Hello.'), 'b.md': offer(threat) });
    commitAll(cwd);
    writeFileSync(join(cwd, 'a.md'), offer(threat, 'Hello again.'));
    const rules = async (...args: readonly string[]) =>
      (await lint(cwd, ...args))[0]?.findings.map(({ rule }) => rule) ?? [];
    expect(await rules('--changed')).toContain('coercive-deadline');
    const told = await rules('--changed-lines');
    expect(told).not.toContain('coercive-deadline');
    expect(told).toContain('missing-opt-out');
    writeFileSync(join(cwd, 'a.md'), offer(threat.replace('midnight', 'tonight'), 'Hello.'));
    expect(await rules('--changed-lines')).toContain('coercive-deadline');
  });

  it('finds no new lines in a mail that has only moved', async () => {
    const cwd = temporaryFolder({ 'a.md': mail('Hello.', threat) });
    commitAll(cwd);
    mkdirSync(join(cwd, 'moved'));
    renameSync(join(cwd, 'a.md'), join(cwd, 'moved/b.md'));
    git(cwd, 'add', '--all');
    const [file, ...others] = await lint(cwd, '--changed-lines');
    expect([file?.path, others]).toEqual(['moved/b.md', []]);
    expect(file?.findings.map(({ rule }) => rule)).not.toContain('coercive-deadline');
  });
});
