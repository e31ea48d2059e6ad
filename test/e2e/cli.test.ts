import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { command, runCommand, runProgram } from './runCommand.js';

describe('dist/cli.cjs', () => {
  it('can be started by itself', () => {
    expect(readFileSync(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/u);
    expect(statSync(command).mode & 0o111).toBe(0o111);
  });

  it('knows the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await runCommand(['--version'])).toEqual({ exitCode: 0, output: `${version}\n`, errors: '' });
  });

  it.each(['--version', '--help'])('reads no rules for %s', async (option) => {
    const folder = mkdtempSync(join(tmpdir(), 'tactful-cli-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(dirname(command), folder, { recursive: true, filter: (path) => !basename(path).startsWith('rulebook') });
    const program = join(folder, 'cli.cjs');
    expect((await runProgram(program, [option])).exitCode).toBe(0);
    expect((await runProgram(program, ['docs/examples'])).exitCode).toBe(2);
  });

  it('prints help', async () => {
    const { exitCode, output, errors } = await runCommand(['--help']);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(output).toContain('Usage: tactful');
  });

  it('says what is wrong with an option, and nothing on standard output', async () => {
    const { exitCode, output, errors } = await runCommand(['mails', '--fromat', 'json']);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(errors).toContain('Did you mean --format?');
    expect(errors).not.toContain('    at ');
  });

  it('is quiet when nobody reads its output any more', async () => {
    expect(await runCommand(['--help'], { closesOutput: true })).toMatchObject({ exitCode: 0, errors: '' });
  });

  it('brings the licences of what it bundles', () => {
    const licenses = readFileSync(new URL('../../dist/THIRD-PARTY-LICENSES.txt', import.meta.url), 'utf8');
    expect(licenses).toMatch(/^commander \d/mu);
    expect(licenses).toContain('Permission is hereby granted');
  });
});
