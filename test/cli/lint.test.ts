import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/checks/Finding.js';
import { CacheError } from '../../src/linter/cache/CacheError.js';
import type { LintReport } from '../../src/linter/LintReport.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { awkwardReport, findingOn } from '../reporters/awkwardReport.js';
import { run } from './fakeTerminal.js';

function reportOf(...severities: readonly Severity[]): LintReport {
  const findings = severities.map((severity) => findingOn('Act now', 'now', { severity }));
  return { files: [{ path: 'a.md', source: 'Act now', types: [], language: 'en', says: [], findings }], problems: [] };
}

describe('tactful', () => {
  it('lints the working folder when nothing is named', async () => {
    const { calls, exitCode, errors } = await run([]);
    expect(calls).toEqual([[['.'], { cwd: '/project', ignoreFiles: true }, {}]]);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
  });

  it('hands the options on', async () => {
    const { calls } = await run(['a', 'b/*.md', '--footer', 'injected', '--input-format', 'html', '--no-gitignore']);
    expect(calls).toEqual([
      [['a', 'b/*.md'], { cwd: '/project', ignoreFiles: false, footer: 'injected', format: 'html' }, {}],
    ]);
  });

  it('hands a profile on', async () => {
    const { calls } = await run(['a', '--profile', 'de-telecom']);
    expect(calls).toEqual([[['a'], { cwd: '/project', ignoreFiles: true, profile: 'de-telecom' }, {}]]);
  });

  it('hands on how to go about it', async () => {
    const { calls } = await run(['a', '--cache-location', 'c', '--concurrency', '3']);
    expect(calls[0]?.[2]).toEqual({ cache: true, cacheLocation: 'c', concurrency: 3 });
    expect((await run(['a', '--cache', '--concurrency', 'auto'])).calls[0]?.[2]).toEqual({
      cache: true,
      concurrency: 'auto',
    });
  });

  it.each(['0', '-1', '1.5', '100', 'many', ''])('refuses to lint with %s threads', async (threads) => {
    const { exitCode, errors, calls } = await run(['a', '--concurrency', threads]);
    expect({ exitCode, calls }).toEqual({ exitCode: 2, calls: [] });
    expect(errors).toContain('Give a number of threads from 1 to 99, or auto.');
  });

  it('says what is wrong with the folder of a cache', async () => {
    const lintFiles = async (): Promise<never> => {
      throw new CacheError('Choose another.');
    };
    const { exitCode, errors } = await run(['a', '--cache'], { services: { lintFiles } });
    expect({ exitCode, errors }).toEqual({ exitCode: 2, errors: 'tactful: Choose another.\n' });
  });

  it('fails at or above --fail-on', async () => {
    const codes = async (report: LintReport) => {
      const levels = ['error', 'warning', 'info', 'never'];
      const runs = await Promise.all(levels.map((level) => run(['a', '--fail-on', level], { report })));
      return runs.map(({ exitCode }) => exitCode);
    };
    expect(await codes(reportOf('error'))).toEqual([1, 1, 1, 0]);
    expect(await codes(reportOf('warning'))).toEqual([0, 1, 1, 0]);
    expect(await codes(reportOf('info'))).toEqual([0, 0, 1, 0]);
    expect(await codes(reportOf())).toEqual([0, 0, 0, 0]);
    expect((await run(['a'], { report: reportOf('error') })).exitCode).toBe(1);
    expect((await run(['a'], { report: reportOf('warning') })).exitCode).toBe(0);
  });

  it('ends with 2 and says why when something could not be linted', async () => {
    const report = {
      ...reportOf('error'),
      problems: [{ path: 'b\n.md', line: 3, message: 'No\n::error::\u001b YAML.' }],
    };
    const { exitCode, output, errors } = await run(['a', '--fail-on', 'never'], { report });
    expect(exitCode).toBe(2);
    expect(errors).toBe('tactful: b␊.md:3: No ::error::␛ YAML.\n');
    expect(output).toContain('a.md');
  });

  it('writes nothing but the report to standard output', async () => {
    for (const format of ['json', 'sarif']) {
      const { output } = await run(['a', '--format', format], { report: awkwardReport });
      expect(() => JSON.parse(output)).not.toThrow();
    }
  });

  it('gives the reporter rules and version', async () => {
    const { output } = await run(['a', '--format', 'sarif']);
    const { driver } = JSON.parse(output).runs[0].tool;
    expect(driver.rules.map(({ id, helpUri }: { id: string; helpUri?: string }) => [id, helpUri])).toEqual([
      ['coercive-deadline', 'https://tactful.example/coercive-deadline'],
      ['shouting', undefined],
    ]);
    expect(driver.semanticVersion).toMatch(/^\d/u);
  });

  it('colours only what people see', async () => {
    const report = reportOf('error');
    const colored = async (terminal: object, ...args: readonly string[]) =>
      (await run(['a', ...args], { report, terminal })).output.includes('\u001b[');
    expect(await colored({ isOutputInteractive: true })).toBe(true);
    expect(await colored({})).toBe(false);
    expect(await colored({ environment: { FORCE_COLOR: '1' } })).toBe(true);
    expect(await colored({ isOutputInteractive: true }, '--format', 'json')).toBe(false);
  });

  describe('--output', () => {
    it('writes the report to a file, without colour, in a folder that need not be there yet', async () => {
      const cwd = temporaryFolder();
      const terminal = { cwd, isOutputInteractive: true };
      const { output, exitCode } = await run(['a', '--output', 'x/y/report.txt'], {
        report: reportOf('error'),
        terminal,
      });
      expect({ output, exitCode }).toEqual({ output: '', exitCode: 1 });
      expect(readFileSync(join(cwd, 'x/y/report.txt'), 'utf8')).toMatch(
        /^a\.md\P{Cc}*\n[^\p{Cc}]*\n(?:[^\p{Cc}]*\n)*1 error in 1 of 1 file\.\n$/u,
      );
    });

    it('says when the file cannot be written', async () => {
      const cwd = temporaryFolder();
      mkdirSync(join(cwd, 'taken'));
      const { exitCode, errors } = await run(['a', '--output', 'taken'], { terminal: { cwd } });
      expect(exitCode).toBe(2);
      expect(errors).toMatch(/^tactful: The report could not be written to “taken”\. [^\n]+\n$/u);
    });
  });

  describe('with standard input', () => {
    it('hands it on with the name of its file', async () => {
      const { calls } = await run(['-', '--stdin-filename', './mails/../a.md'], { input: 'Grüße' });
      expect(calls).toEqual([[[], { cwd: '/project', ignoreFiles: true, stdin: { text: 'Grüße', path: 'a.md' } }, {}]]);
    });

    it('does with the format alone, beside other files', async () => {
      const { calls } = await run(['b.md', '-', '--input-format', 'text'], { input: 'x' });
      const stdin = { text: 'x', path: 'stdin' };
      expect(calls).toEqual([[['b.md'], { cwd: '/project', ignoreFiles: true, format: 'text', stdin }, {}]]);
    });

    it('says what is missing', async () => {
      const unknown = await run(['-']);
      expect(unknown).toMatchObject({ exitCode: 2, output: '', calls: [] });
      expect(unknown.errors).toContain('--stdin-filename mail.mjml');
      expect((await run(['-', '--stdin-filename', 'a.pdf'])).errors).toBe(unknown.errors);
      const unused = await run(['a', '--stdin-filename', 'a.md']);
      expect(unused).toMatchObject({ exitCode: 2, output: '', calls: [] });
      expect(unused.errors).toContain('"-"');
    });

    it('says when it is not UTF-8', async () => {
      const { exitCode, errors } = await run(['-', '--stdin-filename', 'a.md'], { input: Uint8Array.of(0xff) });
      expect({ exitCode, errors }).toEqual({
        exitCode: 2,
        errors: 'tactful: Standard input is not UTF-8 text. Convert it to UTF-8 first.\n',
      });
    });
  });
});
