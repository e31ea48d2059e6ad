import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the built command as a shell would. */
function run(args: readonly string[], closesOutput = false): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args]);
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    if (closesOutput) child.stdout.destroy();
    child.on('error', reject).on('close', (exitCode) => resolve({ exitCode, output, errors }));
  });
}

describe('dist/cli.js', () => {
  it('can be started by itself', () => {
    expect(readFileSync(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/u);
    expect(statSync(command).mode & 0o111).toBe(0o111);
  });

  it('knows the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await run(['--version'])).toEqual({ exitCode: 0, output: `${version}\n`, errors: '' });
  });

  it('prints help', async () => {
    const { exitCode, output, errors } = await run(['--help']);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(output).toContain('Usage: tactful');
  });

  it('says what is wrong with an option, and nothing on standard output', async () => {
    const { exitCode, output, errors } = await run(['mails', '--fromat', 'json']);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(errors).toContain('Did you mean --format?');
    expect(errors).not.toContain('    at ');
  });

  it('is quiet when nobody reads its output any more', async () => {
    expect(await run(['--help'], true)).toMatchObject({ exitCode: 0, errors: '' });
  });

  it('brings the licences of what it bundles', () => {
    const licenses = readFileSync(new URL('../../dist/THIRD-PARTY-LICENSES.txt', import.meta.url), 'utf8');
    expect(licenses).toMatch(/^commander \d/mu);
    expect(licenses).toContain('Permission is hereby granted');
  });
});
