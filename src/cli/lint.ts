import { writeFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { FooterSetting } from '../checks/CheckContext.js';
import { formatOf } from '../formats/formatOf.js';
import { momentOf } from '../linter/exceptions/dayOf.js';
import type { LintReport } from '../linter/LintReport.js';
import type { LintFilesOptions } from '../linter/lintFiles.js';
import type { RunOptions } from '../linter/lintMeans.js';
import { decodeMail } from '../linter/readMailFile.js';
import type { Shard } from '../linter/Shard.js';
import type { MailFormat } from '../mail/Mail.js';
import type { FailOn } from '../reporters/Reporter.js';
import { CommandError } from './CommandError.js';
import type { ExitCode } from './ExitCode.js';
import type { ReportTarget } from './reportTargets.js';
import type { Services } from './Services.js';
import type { Terminal } from './Terminal.js';
import { version } from './version.js';
import { withProgress } from './withProgress.js';
import { writeReports } from './writeReports.js';

export interface LintOptions {
  readonly targets: readonly ReportTarget[];
  readonly failOn: FailOn;
  readonly footer?: FooterSetting;
  readonly inputFormat?: MailFormat;
  readonly stdinFilename?: string;
  readonly gitignore: boolean;
  readonly shard?: Shard;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly concurrency?: number | 'auto';
  /** Lint again whenever something changes. */
  readonly watch?: boolean;
  /** The settings file that holds for all mails; `false` for none. */
  readonly config?: string | boolean;
  readonly profile?: string;
  /** Only what has changed since a branch, tag or commit; `true` for what is not committed. */
  readonly changed?: string | true;
  readonly changedLines?: string | true;
  /** The file that a record of the run is written to. */
  readonly evidence?: string;
  /** Make the safe replacements. */
  readonly fix?: boolean;
  /** Print them as a patch instead. */
  readonly fixDryRun?: boolean;
  /** The baseline, instead of the nearest; `false` for none. */
  readonly baseline?: string | boolean;
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
  if (stdin && (options.fix || options.fixDryRun)) {
    throw new CommandError('--fix changes files, and standard input is none.');
  }
  const run = await runOptions(options);
  const lintAgain = async (): Promise<LintReport> => {
    const lintOptions = await lintOptionsOf(options, terminal, stdin);
    return withProgress(terminal, (onProgress) =>
      services.lintFiles(patterns.length === 0 ? ['.'] : named, lintOptions, {
        ...run,
        ...(onProgress && { onProgress }),
      }),
    );
  };
  const finish = (report: LintReport) => finishRun(report, lintAgain, options, terminal, services);
  if (options.watch !== true) return finish(await lintAgain());
  const { watch } = await import('./watch.js');
  const isOwn = isWritten(options, terminal);
  return watch(
    {
      lint: lintAgain,
      write: async (report) => void (await finish(report)),
      watch: (onChange) => services.watchFolder(terminal.cwd, onChange, { isOwn }),
    },
    terminal,
  );
}

async function finishRun(
  report: LintReport,
  lintAgain: () => Promise<LintReport>,
  options: LintOptions,
  terminal: Terminal,
  services: Services,
): Promise<ExitCode> {
  if (options.fix || options.fixDryRun) tellOfMailFiles(report, options.inputFormat, terminal);
  if (options.fixDryRun) {
    const { printPatch } = await import('./printPatch.js');
    await printPatch(report, terminal);
    const targets = options.targets.filter(({ file }) => file !== undefined);
    return writeReports(report, { ...options, targets }, terminal, services);
  }
  const final = options.fix ? await (await import('./fixFiles.js')).fixFiles(report, lintAgain, terminal) : report;
  if (options.evidence !== undefined) await writeEvidence(options.evidence, final, options, terminal, services);
  return writeReports(final, options, terminal, services);
}

/** A report that a run has written must not start the next. */
function isWritten({ targets, evidence }: LintOptions, { cwd }: Terminal): (path: string) => boolean {
  const files = [...targets.map(({ file }) => file), evidence].filter((file) => file !== undefined);
  const written = new Set(files.map((file) => resolve(cwd, file)));
  return (path) => written.has(resolve(cwd, path));
}

/** Whoever says where the cache is wants one. A run that is watched remembers in memory unless a folder is asked for. */
async function runOptions({ cacheLocation, cache, concurrency, watch }: LintOptions): Promise<RunOptions> {
  const isKept = cache === true || cacheLocation !== undefined;
  return {
    ...(isKept ? { cache: true } : {}),
    ...(watch === true && !isKept ? { store: new (await import('../linter/cache/MemoryStore.js')).MemoryStore() } : {}),
    ...(cacheLocation === undefined ? {} : { cacheLocation }),
    ...(concurrency === undefined ? {} : { concurrency }),
  };
}

/** Whoever asks for mended files is told which are never touched. */
function tellOfMailFiles({ files }: LintReport, format: MailFormat | undefined, { writeError }: Terminal): void {
  const count = files.filter(
    ({ path, findings }) => findings.length > 0 && (format ?? formatOf(path)) === 'eml',
  ).length;
  if (count === 0) return;
  const left = count === 1 ? '1 file was' : `${count} files were`;
  writeError(
    `tactful: ${left} left unchanged, since mail files (EML) may be encoded or signed. Mend their templates.\n`,
  );
}

async function lintOptionsOf(
  options: LintOptions,
  terminal: Terminal,
  stdin: LintFilesOptions['stdin'],
): Promise<LintFilesOptions> {
  return {
    cwd: terminal.cwd,
    ignoreFiles: options.gitignore,
    ...(options.inputFormat === undefined ? {} : { format: options.inputFormat }),
    ...(options.footer === undefined ? {} : { footer: options.footer }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...configChoice(options.config),
    ...baselineChoice(options.baseline),
    ...(await changesChoice(options, terminal)),
    ...(stdin === undefined ? {} : { stdin }),
    ...(options.shard === undefined ? {} : { shard: options.shard }),
  };
}

async function writeEvidence(
  file: string,
  report: LintReport,
  options: LintOptions,
  { cwd, environment }: Terminal,
  services: Pick<Services, 'evidenceOf'>,
): Promise<void> {
  const text = await services.evidenceOf(report, {
    cwd,
    version,
    created: momentOf(environment),
    ...configChoice(options.config),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.footer === undefined ? {} : { footer: options.footer }),
    ...baselineChoice(options.baseline),
  });
  try {
    await writeFile(resolve(cwd, file), text);
  } catch {
    throw new CommandError(`The record could not be written to “${file}”. Check that its folder is there.`);
  }
}

/** Commander says `true` where nothing was said, since there is an option to say no. */
function configChoice(config: string | boolean | undefined): Pick<LintFilesOptions, 'config'> {
  return config === undefined || config === true ? {} : { config };
}

async function changesChoice(
  { changed, changedLines }: LintOptions,
  { cwd }: Terminal,
): Promise<Pick<LintFilesOptions, 'changes' | 'onlyChangedLines'>> {
  const reference = changedLines ?? changed;
  if (reference === undefined) return {};
  if (changed !== undefined && changedLines !== undefined && changed !== changedLines && changed !== true) {
    throw new CommandError('--changed and --changed-lines name different places. Give only one of them.');
  }
  const [{ readChanges }, { GitError }] = await Promise.all([
    import('../linter/changes/readChanges.js'),
    import('../linter/changes/runGit.js'),
  ]);
  try {
    const changes = await readChanges(reference === true ? undefined : reference, cwd);
    return { changes, onlyChangedLines: changedLines !== undefined };
  } catch (error) {
    throw error instanceof GitError ? new CommandError(error.message) : error;
  }
}

function baselineChoice(baseline: string | boolean | undefined): Pick<LintFilesOptions, 'baseline'> {
  return baseline === undefined || baseline === true ? {} : { baseline };
}

async function readStandardInput(
  patterns: readonly string[],
  { stdinFilename, inputFormat, shard, watch }: LintOptions,
  terminal: Terminal,
): Promise<LintFilesOptions['stdin']> {
  if (!patterns.includes(standardInput)) {
    if (stdinFilename === undefined) return undefined;
    throw new CommandError('--stdin-filename needs "-" among the patterns, which stands for standard input.');
  }
  if (watch === true) throw new CommandError('--watch looks at files; standard input is not one of them.');
  if (shard !== undefined) throw new CommandError('--shard shares out files; standard input is not one of them.');
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
