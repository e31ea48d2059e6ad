import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectFolder, runProgram } from './runCommand.js';

/** What a user may be asked to download. */
const mostPackages = 40;
const mostBytes = 15 * 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'tactful-package-'));
const project = join(folder, 'project');
const installed = join(project, 'node_modules', 'tactful');
let tarball = '';

/** Two minutes, since npm and the type check may be slow on a busy machine. */
const patience = 120_000;

function run(program: string, args: readonly string[], cwd = projectFolder): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function bin(name: string): string {
  return join(projectFolder, 'node_modules', '.bin', name);
}

beforeAll(() => {
  run(bin('tsc'), ['-p', 'tsconfig.build.json']);
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', tarball], project);
}, patience);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the npm package', () => {
  it('is small, and brings few others', () => {
    const lock = z.object({ packages: z.record(z.string(), z.unknown()) });
    const { packages } = lock.parse(JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')));
    const names = Object.keys(packages).filter((name) => name !== '');
    expect(names).toContain('node_modules/tactful');
    expect(names.length).toBeLessThanOrEqual(mostPackages);
    expect(Number(run('du', ['-sb', join(project, 'node_modules')]).split('\t')[0])).toBeLessThanOrEqual(mostBytes);
  });

  it('lints where nothing else is installed', async () => {
    writeFileSync(join(project, 'mail.md'), 'Agree by Friday, or your account will be closed.\n');
    const { exitCode, output, errors } = await runProgram(join(installed, 'bin', 'tactful.js'), ['mail.md'], {
      cwd: project,
    });
    expect(errors).toBe('');
    expect(output).toContain('coercive-deadline');
    expect([0, 1]).toContain(exitCode);
  });

  it('can be imported', () => {
    const script = "import { lint } from 'tactful'; process.stdout.write(typeof lint);";
    expect(run(process.execPath, ['--input-type=module', '--eval', script], project)).toBe('function');
  });

  it('is found to be in order by publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that every way of resolving modules finds', () => {
    // It fails when anything is found. What is written for CommonJS may import the package, but not require it.
    const report = run(bin('attw'), [tarball, '--profile', 'esm-only', '--no-emoji', '--no-color']);
    expect(report).toMatch(/node16 \(from ESM\) \W+OK \(ESM\)/u);
  }, 60_000);
});
