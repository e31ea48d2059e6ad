import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { sarif } from '../../src/reporters/sarif.js';
import { awkwardReport, context, emptyReport } from '../reporters/awkwardReport.js';
import { runCommand } from './runCommand.js';

const folder = mkdtempSync(join(tmpdir(), 'tactful-sarif-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The validator is a program of its own; its command for npm would hand the arguments to a shell. */
function validator(): string {
  const { resolve } = createRequire(import.meta.url);
  const platform = `@microsoft/sarif-multitool-${process.platform}`;
  const description = createRequire(resolve('@microsoft/sarif-multitool')).resolve(`${platform}/package.json`);
  const program = join(dirname(description), 'Sarif.Multitool');
  // Installing sets this by a script, which may be switched off.
  chmodSync(program, 0o755);
  return program;
}

const judgement = z.object({
  runs: z.array(
    z.object({
      results: z.array(
        z.object({ ruleId: z.string(), message: z.object({ arguments: z.array(z.string()).optional() }) }),
      ),
    }),
  ),
});

/** What GitHub's rules for code scanning say of a log; the program's exit code tells nothing. */
function complaintsAbout(name: string, log: string): readonly string[] {
  const path = join(folder, `${name}.sarif`);
  const verdict = join(folder, `${name}.verdict.sarif`);
  writeFileSync(path, log);
  const args = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '-o', verdict, '--log', 'ForceOverwrite'];
  // Without the libraries for languages of a whole desktop, .NET does not start.
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const { error } = spawnSync(validator(), ['validate', path, ...args], { env, encoding: 'utf8' });
  if (error) throw error;
  const { runs } = judgement.parse(JSON.parse(readFileSync(verdict, 'utf8')));
  return runs
    .flatMap(({ results }) => results)
    .map(({ ruleId, message }) => [ruleId, ...(message.arguments ?? [])].join(' '));
}

/** Where the project is published is not known to the command, so that its log names no page about the tool. */
const noPage = 'SARIF2005 runs[0].tool.driver Tactful';

it('GitHub finds nothing amiss in the log of a run', async () => {
  const { output } = await runCommand(['--format', 'sarif', 'fixtures']);
  expect(JSON.parse(output).runs[0].results.length).toBeGreaterThan(100);
  expect(complaintsAbout('fixtures', output)).toEqual([noPage]);
});

it('nor in that of a run over awkward mails, or over none', () => {
  expect(complaintsAbout('awkward', sarif.report(awkwardReport, context))).toEqual([noPage]);
  expect(complaintsAbout('empty', sarif.report(emptyReport, context))).toEqual([noPage]);
});

it('and its validator does see what is amiss', () => {
  const log = JSON.parse(sarif.report(awkwardReport, context));
  for (const result of log.runs[0].results) delete result.locations;
  expect(complaintsAbout('broken', JSON.stringify(log)).length).toBeGreaterThan(1);
});
