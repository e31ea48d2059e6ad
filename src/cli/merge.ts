import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LintReport } from '../linter/LintReport.js';
import { ReportError } from '../linter/ReportError.js';
import type { FailOn } from '../reporters/Reporter.js';
import { CommandError } from './CommandError.js';
import type { ExitCode } from './ExitCode.js';
import type { ReportTarget } from './reportTargets.js';
import type { Services } from './Services.js';
import type { Terminal } from './Terminal.js';
import { version } from './version.js';
import { writeReports } from './writeReports.js';

export interface MergeOptions {
  readonly targets: readonly ReportTarget[];
  readonly failOn: FailOn;
}

/**
 * `tactful merge <reports…>`: reads the reports that shards have written with `--format json`, and goes on as if one run had
 * linted all mails.
 *
 * @throws CommandError when a file is no report, or when two tell of the same mail.
 */
export async function merge(
  files: readonly string[],
  options: MergeOptions,
  terminal: Terminal,
  services: Services,
): Promise<ExitCode> {
  const report = await mergedReport(files, terminal);
  return writeReports(report, options, terminal, services);
}

async function mergedReport(files: readonly string[], terminal: Terminal): Promise<LintReport> {
  // Only this command reads reports, and what checks them takes long to load.
  const [{ mergeReports }, { readReport }] = await Promise.all([
    import('../linter/mergeReports.js'),
    import('../linter/readReport.js'),
  ]);
  const texts = await Promise.all(files.map(async (name) => ({ name, text: await textOf(name, terminal) })));
  try {
    return mergeReports(texts.map(({ name, text }) => ({ name, report: readReport(text, name, version) })));
  } catch (error) {
    throw error instanceof ReportError ? new CommandError(error.message) : error;
  }
}

async function textOf(name: string, { cwd }: Terminal): Promise<string> {
  try {
    return await readFile(resolve(cwd, name), 'utf8');
  } catch {
    throw new CommandError(`“${name}” cannot be read. Name files that --format json has written.`);
  }
}
