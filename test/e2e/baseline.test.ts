import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { runCommand } from './runCommand.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';
const other = 'If you do not agree by Friday, we will delete your photos.';
const mail = (...lines: readonly string[]) => `---\ntype: consent\n---\n${lines.join('\n\n')}\n`;

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly text: string }[] }[];
  readonly problems: readonly { readonly message: string; readonly level?: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

async function lint(cwd: string, ...args: readonly string[]) {
  const { exitCode, output } = await runCommand([...args, '--format', 'json'], { cwd });
  const report: Report = JSON.parse(output);
  return { exitCode, report };
}

function baselineIn(cwd: string): {
  readonly mails: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
} {
  return JSON.parse(readFileSync(join(cwd, 'tactful-baseline.json'), 'utf8'));
}

describe('tactful baseline', () => {
  it('makes all that is there known, so that only what is new fails', async () => {
    const cwd = temporaryFolder({ 'mails/a.md': mail(threat), 'mails/b.md': mail('Hello.') });
    const written = await runCommand(['baseline'], { cwd });
    expect(written).toMatchObject({ exitCode: 0, errors: '' });
    expect(written.output).toMatch(/^tactful-baseline\.json knows [1-9]\d* findings?\.\n$/u);
    const before = await lint(cwd, '.');
    expect(before.exitCode).toBe(0);
    expect(before.report.summary).toMatchObject({ errors: 0, warnings: 0, infos: 0, remarks: 0 });
    expect((await runCommand(['.'], { cwd })).output).toMatch(
      /No findings in 2 files; \d+ more known from the baseline/u,
    );

    writeFileSync(join(cwd, 'mails/a.md'), mail('Hello again.', threat, other));
    const after = await lint(cwd, '.');
    expect(after.exitCode).toBe(1);
    expect(after.report.files.flatMap(({ findings }) => findings.map(({ text }) => text)).join('\n')).not.toContain(
      'midnight',
    );
    expect(after.report.files.flatMap(({ findings }) => findings.map(({ text }) => text)).join('\n')).toContain(
      'Friday',
    );
    expect((await lint(cwd, '.', '--no-baseline')).report.summary.known).toBe(0);
  });

  it('is found from a folder below, and writes paths relative to itself', async () => {
    const cwd = temporaryFolder({ '.git/HEAD': '', 'mails/a.md': mail(threat) });
    await runCommand(['baseline', 'mails'], { cwd });
    expect(Object.keys(baselineIn(cwd).mails)).toEqual(['mails/a.md']);
    expect((await lint(join(cwd, 'mails'), 'a.md')).exitCode).toBe(0);
    await runCommand(['baseline'], { cwd: join(cwd, 'mails') });
    expect(Object.keys(baselineIn(cwd).mails)).toEqual(['mails/a.md']);
  });

  it('tells of what is gone, and takes it out when asked', async () => {
    const cwd = temporaryFolder({ 'a.md': mail(threat, other), 'b.md': mail(threat) });
    await runCommand(['baseline'], { cwd });
    writeFileSync(join(cwd, 'a.md'), mail(threat));
    rmSync(join(cwd, 'b.md'));
    const { report, exitCode } = await lint(cwd, '.');
    expect(exitCode).toBe(0);
    expect(report.problems).toMatchObject([
      { level: 'warning', message: expect.stringContaining('are gone, in a.md, b.md.') },
    ]);
    expect((await lint(cwd, '.', '--fail-on', 'warning')).exitCode).toBe(1);
    const pruned = await runCommand(['baseline', '--prune'], { cwd });
    expect(pruned.output).toContain('fewer than before');
    expect(Object.keys(baselineIn(cwd).mails)).toEqual(['a.md']);
    expect((await lint(cwd, '.')).report.problems).toEqual([]);
  });

  it('never takes up new findings when pruning, nor loses those of mails that were not linted', async () => {
    const cwd = temporaryFolder({ 'a.md': mail(threat), 'b.md': mail(threat) });
    await runCommand(['baseline'], { cwd });
    const before = baselineIn(cwd);
    writeFileSync(join(cwd, 'a.md'), mail(threat, other));
    await runCommand(['baseline', '--prune', 'a.md'], { cwd });
    expect(baselineIn(cwd)).toEqual(before);
    await runCommand(['baseline', 'a.md'], { cwd });
    expect(baselineIn(cwd).mails['b.md']).toEqual(before.mails['b.md']);
    expect(baselineIn(cwd).mails['a.md']).not.toEqual(before.mails['a.md']);
  });

  it('says so when it cannot be read, and when there is none to prune', async () => {
    const cwd = temporaryFolder({ 'a.md': mail(threat), 'tactful-baseline.json': '{"version": 2}' });
    const { exitCode, errors } = await runCommand(['.'], { cwd });
    expect(exitCode).toBe(2);
    expect(errors).toContain('tactful-baseline.json: This is no baseline.');
    const none = await runCommand(['baseline', '--prune'], { cwd: temporaryFolder({ 'a.md': mail(threat) }) });
    expect(none).toMatchObject({ exitCode: 2, output: '' });
    expect(none.errors).toContain('There is no such baseline.');
    expect((await runCommand(['.', '--baseline', 'nowhere.json'], { cwd })).exitCode).toBe(2);
  });
});
