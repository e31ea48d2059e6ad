import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { command, runCommand } from './runCommand.js';

/** Which files of the build a command loads, by what V8 says of the scripts that ran. */
async function scriptsLoadedBy(args: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-coverage-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await runCommand(args, { environment: { NODE_V8_COVERAGE: folder } });
  const reports = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const urls = reports.flatMap(({ result }: { result: readonly { url: string }[] }) => result.map(({ url }) => url));
  return urls.filter((url) => url.includes('/dist/')).map((url) => basename(url));
}

describe('dist/cli.js', () => {
  it('can be started by itself', () => {
    expect(readFileSync(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/u);
    expect(statSync(command).mode & 0o111).toBe(0o111);
  });

  it('knows the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await runCommand(['--version'])).toEqual({ exitCode: 0, output: `${version}\n`, errors: '' });
  });

  it.each(['--version', '--help'])('does not load the linter for %s', async (option) => {
    const scripts = await scriptsLoadedBy([option]);
    expect(scripts).toContain('cli.js');
    expect(scripts.filter((name) => /lintFiles|runTest|createTestedLinter/u.test(name))).toEqual([]);
    const size = scripts.reduce((sum, name) => sum + statSync(join(command, '..', name)).size, 0);
    expect(size).toBeLessThan(300_000);
    expect(await scriptsLoadedBy(['package.json'])).toContainEqual(expect.stringContaining('lintFiles'));
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
