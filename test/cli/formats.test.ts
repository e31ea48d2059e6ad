import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LintReport } from '../../src/linter/LintReport.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { findingOn } from '../reporters/awkwardReport.js';
import { run } from './fakeTerminal.js';

const findings = [findingOn('Act now', 'now', { severity: 'error' })];
const report: LintReport = {
  files: [{ path: 'a.md', source: 'Act now', types: [], language: 'en', says: [], findings }],
  problems: [],
};
const actions = { GITHUB_ACTIONS: 'true' };

describe('--format, given several times', () => {
  it('writes each report to where it belongs, in folders that need not be there yet', async () => {
    const cwd = temporaryFolder();
    const args = ['a', '--format', 'stylish', '--format', 'sarif=out/x.sarif', '--format', 'junit=out/a=b.xml'];
    const { output, errors, exitCode } = await run(args, { report, terminal: { cwd } });
    expect({ errors, exitCode }).toEqual({ errors: '', exitCode: 1 });
    expect(output).toContain('1 error in 1 of 1 file.');
    expect(JSON.parse(readFileSync(join(cwd, 'out/x.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(join(cwd, 'out/a=b.xml'), 'utf8')).toMatch(/^<\?xml /u);
  });

  it('leaves standard output empty when every report has a file', async () => {
    const cwd = temporaryFolder();
    const { output } = await run(['a', '--format', 'json=x.json'], { report, terminal: { cwd } });
    expect(output).toBe('');
  });

  it('writes the one without a file to that of --output', async () => {
    const cwd = temporaryFolder();
    const args = ['a', '--format', 'json', '--output', 'x.json', '--format', 'compact=x.txt'];
    const { output } = await run(args, { report, terminal: { cwd } });
    expect(output).toBe('');
    expect(JSON.parse(readFileSync(join(cwd, 'x.json'), 'utf8')).files).toHaveLength(1);
    expect(readFileSync(join(cwd, 'x.txt'), 'utf8')).toMatch(/^a\.md:1:5: error: /u);
  });

  it('writes the others when one cannot be written, and says which', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'taken'));
    const args = ['a', '--format', 'json=taken', '--format', 'compact=x.txt', '--format', 'stylish'];
    const { output, errors, exitCode } = await run(args, { report, terminal: { cwd } });
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/^tactful: The report could not be written to “taken”\. [^\n]+\n$/u);
    expect(output).toContain('1 error');
    expect(readFileSync(join(cwd, 'x.txt'), 'utf8')).not.toBe('');
  });
});

describe('in GitHub Actions', () => {
  const outputOf = async (...args: readonly string[]) => {
    const terminal = { cwd: temporaryFolder(), environment: actions };
    return (await run(['a', ...args], { report, terminal })).output;
  };

  it('adds annotations after what people read', async () => {
    const output = await outputOf();
    expect(output.indexOf('::error file=a.md,')).toBeGreaterThan(output.indexOf('1 error in 1 of 1 file.'));
    expect(await outputOf('--format', 'stylish', '--format', 'sarif=x')).toBe(output);
  });

  it('adds them where nothing else goes to standard output', async () => {
    expect(await outputOf('--format', 'sarif=x')).toMatch(/^::error /u);
    expect(await outputOf('--output', 'x')).toMatch(/^::error /u);
  });

  it('keeps them out of formats for programs', async () => {
    for (const format of ['json', 'sarif', 'compact', 'rdjsonl', 'markdown']) {
      expect(await outputOf('--format', format)).not.toContain('::error ');
    }
  });

  it('writes them once, and where they are asked for', async () => {
    expect((await outputOf('--format', 'github')).split('::error ')).toHaveLength(2);
    expect(await outputOf('--format', 'stylish', '--format', 'github=x')).not.toContain('::error ');
  });

  it('does not do so elsewhere', async () => {
    for (const environment of [{}, { GITHUB_ACTIONS: 'false' }]) {
      expect((await run(['a'], { report, terminal: { environment } })).output).not.toContain('::error');
    }
  });
});

describe('the folder of the project', () => {
  const pathIn = async (environment: Readonly<Record<string, string>>) => {
    const terminal = { cwd: '/project/sub/mails', environment };
    const { output } = await run(['a', '--format', 'gitlab'], { report, terminal });
    return JSON.parse(output)[0].location.path;
  };

  it('is what the pipeline says', async () => {
    expect(await pathIn({ CI_PROJECT_DIR: '/project' })).toBe('sub/mails/a.md');
    expect(await pathIn({ GITHUB_WORKSPACE: '/project/sub' })).toBe('mails/a.md');
  });

  it('is the working folder where that cannot be', async () => {
    for (const folder of ['', 'project', '/elsewhere', '/project/sub/mails/below']) {
      expect(await pathIn({ CI_PROJECT_DIR: folder })).toBe('a.md');
    }
  });
});
