import { writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { applyBaseline } from '../linter/baseline/applyBaseline.js';
import { type BaselineMails, baselineFileName } from '../linter/baseline/Baseline.js';
import { baselineOf, baselineText } from '../linter/baseline/baselineText.js';
import { findBaseline, readBaseline } from '../linter/baseline/readBaseline.js';
import { goneMails } from '../linter/baseline/staleProblems.js';
import type { LintReport } from '../linter/LintReport.js';
import { printable } from '../reporters/shared/printable.js';
import { CommandError } from './CommandError.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import { reportProblems } from './reportProblems.js';
import type { Services } from './Services.js';
import type { Terminal } from './Terminal.js';

export interface BaselineOptions {
  /** The file to write, instead of the nearest. */
  readonly baseline?: string;
  readonly config?: string;
  readonly profile?: string;
  /** Only take out what is gone. */
  readonly prune?: boolean;
}

/**
 * `tactful baseline [patterns…]`: writes down the findings that there are, so that only new ones are told from then on.
 * What is written about mails that the patterns don't mean stays as it is.
 *
 * @throws CommandError when the file cannot be read or written.
 */
export async function baseline(
  patterns: readonly string[],
  { baseline: chosen, prune, ...options }: BaselineOptions,
  terminal: Terminal,
  services: Pick<Services, 'lintFiles'>,
): Promise<ExitCode> {
  const { cwd } = terminal;
  const found = await findBaseline(cwd);
  const file = chosen === undefined ? (found ?? join(cwd, baselineFileName)) : resolve(cwd, chosen);
  const before = await readMails(cwd, file, prune === true || found === file);
  const report = await services.lintFiles(patterns.length === 0 ? ['.'] : patterns, {
    cwd,
    baseline: false,
    ...options,
  });
  reportProblems(report.problems, terminal);
  const mails = prune === true ? await pruned(before, report, cwd) : merged(before, report);
  const path = relative(cwd, file).split(sep).join('/');
  const fromFile = (mail: string) => relative(dirname(file), resolve(cwd, mail)).split(sep).join('/');
  await write(file, baselineText(mails, fromFile));
  const [count, was] = [countOf(mails), countOf(before)];
  const gone = was > count ? `, ${was - count} fewer than before` : '';
  terminal.write(`${printable(path)} knows ${count} finding${count === 1 ? '' : 's'}${gone}.\n`);
  return report.problems.some(({ level }) => level === undefined) ? exitCodes.failed : exitCodes.clean;
}

/** @param isThere whether the file must be one; else what is no baseline is written over. */
async function readMails(cwd: string, file: string, isThere: boolean): Promise<BaselineMails> {
  const { baseline: read, problems } = await readBaseline(cwd, file);
  if (read) return read.mails;
  if (!isThere) return new Map();
  throw new CommandError(problems.map(({ path, message }) => `${path}: ${message}`).join(' '));
}

function merged(before: BaselineMails, { files }: LintReport): BaselineMails {
  return new Map([...before, ...baselineOf(files)]);
}

async function pruned(before: BaselineMails, { files }: LintReport, cwd: string): Promise<BaselineMails> {
  const { stale } = applyBaseline(files, before, () => true);
  const keys = new Set(stale.map(({ mail, rule, fingerprint }) => [mail, rule, fingerprint].join('\0')));
  const linted = new Set(files.map(({ path }) => path));
  const gone = new Set(await goneMails({ path: '', mails: before }, linted, cwd));
  return new Map(
    [...before]
      .filter(([mail]) => !gone.has(mail))
      .map(([mail, rules]) => [
        mail,
        new Map(
          [...rules].map(([rule, fingerprints]) => [
            rule,
            new Set([...fingerprints].filter((one) => !keys.has([mail, rule, one].join('\0')))),
          ]),
        ),
      ]),
  );
}

function countOf(mails: BaselineMails): number {
  let count = 0;
  for (const rules of mails.values()) for (const { size } of rules.values()) count += size;
  return count;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch {
    throw new CommandError(
      `The baseline could not be written to “${file}”. Check that “${dirname(file)}” may be written to.`,
    );
  }
}
