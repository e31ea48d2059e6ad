import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { FooterSetting } from '../checks/CheckContext.js';
import { formatOf } from '../formats/formatOf.js';
import type { LintReport } from '../linter/LintReport.js';
import type { LintFilesOptions } from '../linter/lintFiles.js';
import { decodeMail } from '../linter/readMailFile.js';
import type { MailFormat } from '../mail/Mail.js';
import type { FailOn, Reporter, RuleSummary } from '../reporters/Reporter.js';
import { reachesThreshold } from '../reporters/shared/reachesThreshold.js';
import { CommandError } from './CommandError.js';
import { didYouMean } from './didYouMean.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import { reportProblems } from './reportProblems.js';
import type { RuleDescription, Services } from './Services.js';
import type { Terminal } from './Terminal.js';
import { version } from './version.js';
import { wantsColor } from './wantsColor.js';

export interface LintOptions {
  readonly reporter: Reporter;
  /** Where the report goes instead of standard output. */
  readonly output?: string;
  readonly failOn: FailOn;
  readonly footer?: FooterSetting;
  readonly profile?: string;
  readonly inputFormat?: MailFormat;
  readonly stdinFilename?: string;
  readonly gitignore: boolean;
}

/** The pattern that stands for standard input. */
const standardInput = '-';

/**
 * `tactful [patterns…]`: lints what the patterns mean, writes the report, and says by the exit code how it went.
 *
 * @throws CommandError when options don't fit together or the report cannot be written.
 */
export async function lint(
  patterns: readonly string[],
  options: LintOptions,
  terminal: Terminal,
  services: Services,
): Promise<ExitCode> {
  const stdin = await readStandardInput(patterns, options, terminal);
  const named = patterns.filter((pattern) => pattern !== standardInput);
  await checkProfile(options.profile, services);
  const report = await services.lintFiles(patterns.length === 0 ? ['.'] : named, {
    cwd: terminal.cwd,
    ignoreFiles: options.gitignore,
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.inputFormat === undefined ? {} : { format: options.inputFormat }),
    ...(options.footer === undefined ? {} : { footer: options.footer }),
    ...(stdin === undefined ? {} : { stdin }),
  });
  reportProblems(report.problems, terminal);
  await writeReport(report, options, terminal, services);
  return exitCodeOf(report, options.failOn);
}

async function checkProfile(profile: string | undefined, services: Services): Promise<void> {
  if (profile === undefined) return;
  const known = await services.loadProfiles();
  if (known.includes(profile)) return;
  throw new CommandError(
    [`There is no profile "${profile}".`, didYouMean(profile, known), `Profiles: ${known.join(', ')}.`].join(' '),
  );
}

async function readStandardInput(
  patterns: readonly string[],
  { stdinFilename, inputFormat }: LintOptions,
  terminal: Terminal,
): Promise<LintFilesOptions['stdin']> {
  if (!patterns.includes(standardInput)) {
    if (stdinFilename === undefined) return undefined;
    throw new CommandError('--stdin-filename needs "-" among the patterns, which stands for standard input.');
  }
  if (inputFormat === undefined && formatOf(stdinFilename ?? '') === undefined) {
    throw new CommandError(
      'What standard input holds is unknown. Say it with --stdin-filename mail.mjml or --input-format mjml.',
    );
  }
  const text = decodeMail(await terminal.readInput(), inputFormat ?? formatOf(stdinFilename ?? ''));
  if (text === undefined) throw new CommandError('Standard input is not UTF-8 text. Convert it to UTF-8 first.');
  return { text, path: stdinPath(stdinFilename ?? 'stdin', terminal.cwd) };
}

function stdinPath(name: string, cwd: string): string {
  return relative(cwd, resolve(cwd, name)).split(sep).join('/');
}

async function writeReport(
  report: LintReport,
  { reporter, output, failOn }: LintOptions,
  terminal: Terminal,
  services: Services,
): Promise<void> {
  const text = reporter.report(report, {
    version,
    color: output === undefined && wantsColor(terminal),
    rules: (await services.loadRules()).map(ruleSummary),
    cwd: terminal.cwd,
    failOn,
  });
  if (output === undefined) terminal.write(text);
  else await writeReportFile(resolve(terminal.cwd, output), output, text);
}

async function writeReportFile(path: string, name: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch {
    throw new CommandError(`The report could not be written to “${name}”. Check that its folder may be written to.`);
  }
}

function ruleSummary({ id, severity, description, page, url }: RuleDescription): RuleSummary {
  return { id, severity, description: description.en ?? '', helpMarkdown: page.en ?? '', url };
}

function exitCodeOf(report: LintReport, failOn: FailOn): ExitCode {
  if (report.problems.length > 0) return exitCodes.failed;
  const fails = report.files.some((file) => file.findings.some(({ severity }) => reachesThreshold(severity, failOn)));
  return fails ? exitCodes.findings : exitCodes.clean;
}
