import { formatOf } from '../formats/formatOf.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { applyBaseline } from './baseline/applyBaseline.js';
import { readBaseline } from './baseline/readBaseline.js';
import { goneMails, staleProblems } from './baseline/staleProblems.js';
import type { Changes } from './changes/Changes.js';
import { onChangedLines } from './changes/onChangedLines.js';
import { dayOf } from './exceptions/dayOf.js';
import { FindingSettler } from './exceptions/FindingSettler.js';
import { type FoundFiles, findFiles } from './findFiles.js';
import { inOrder } from './inOrder.js';
import type { FileReport, LintReport } from './LintReport.js';
import { lintingHere } from './lintTask.js';
import { MailLinter, type MailLinterOptions, type MailText } from './MailLinter.js';
import { orderReport } from './orderReport.js';
import { type RunResult, RunResults } from './RunResults.js';
import { readMailFile } from './readMailFile.js';
import type { Shard } from './Shard.js';
import type { TaskLinter } from './TaskLinter.js';

export interface LintFilesOptions extends MailLinterOptions {
  /** Absolute path of the working folder, which patterns and reported paths are relative to. */
  readonly cwd: string;
  /** Whether `.gitignore` files count; true unless said otherwise. */
  readonly ignoreFiles?: boolean;
  /** A mail that is not in a file; the path gives it a name and a format. */
  readonly stdin?: { readonly text: string; readonly path: string };
  /** ISO date of the day that exceptions are held against; that of the environment unless given. */
  readonly day?: string;
  /** Only these files are linted. */
  readonly changes?: Changes;
  /** Whether findings about words are told only where lines have changed. */
  readonly onlyChangedLines?: boolean;
  /** The baseline to hold findings against, instead of the nearest; `false` for none. */
  readonly baseline?: string | false;
  /** Whether exceptions count; true unless said otherwise. */
  readonly exceptions?: boolean;
  /** Only this share of the files is linted. */
  readonly shard?: Shard;
}

/** How a run goes about it; none of it changes what is found. */
export interface LintMeans {
  /** Makes what lints the mails; one after another in this thread unless given. */
  readonly linterFor?: (mailLinter: MailLinter, mails: MailCount) => Promise<TaskLinter>;
  /** Gets to know after every mail how many of how many are done. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Whether reports of mails with nothing to show hold no source, so that a long run takes little memory. */
  readonly onlyShownSources?: boolean;
}

export interface MailCount {
  /** How many mails are yet to be linted. */
  left(): number;
}

/**
 * Lints all mails that the patterns mean. A file that can't be linted is a problem of the report and costs the others
 * nothing.
 *
 * @example (await lintFiles(['mails/'], { cwd: process.cwd() }, rulebook)).files
 */
export async function lintFiles(
  patterns: readonly string[],
  options: LintFilesOptions,
  rulebook: Rulebook,
  means: LintMeans = {},
): Promise<LintReport> {
  const { paths, problems: notFound } = await mailsMeant(patterns, options);
  const { cwd, stdin } = options;
  const settler = new FindingSettler(
    {
      cwd,
      day: options.day ?? dayOf(process.env),
      isWhole: isWholeRun(patterns, options),
      isOff: options.exceptions === false,
    },
    rulebook.rules,
  );
  const textOf = async (path: string): Promise<MailText> =>
    path === stdin?.path ? stdin : readMailFile(path, cwd, options.format ?? formatOf(path));
  const mails = stdin === undefined ? paths : [stdin.path, ...paths.filter((path) => path !== stdin.path)];
  const results = new RunResults(rulebook, settler, means.onlyShownSources === true ? stdin?.path : 'all');
  results.addProblems(notFound);
  await lintMails(mails, textOf, new MailLinter(cwd, rulebook, options), results, means);
  const { files, problems, packRules } = await results.complete(textOf);
  const settled = await settler.complete(files);
  const compared = await compareWithBaseline(settled.files, settler, options);
  return orderReport({
    files: withinChanges(compared.files, settler, options),
    problems: [...problems, ...settled.problems, ...compared.problems],
    ...(packRules && { packRules }),
  });
}

async function mailsMeant(
  patterns: readonly string[],
  { cwd, format, ignoreFiles, changes, shard }: LintFilesOptions,
): Promise<FoundFiles> {
  const { paths: found, problems } = await findFiles(patterns, {
    cwd,
    isMail: (path) => formatOf(path) !== undefined,
    isFormatGiven: format !== undefined,
    ...(ignoreFiles === undefined ? {} : { ignoreFiles }),
  });
  const meant = changes === undefined ? found : found.filter((path) => changes.files.has(path));
  return { paths: shard === undefined ? meant : await shareOf(meant, shard, cwd), problems };
}

async function lintMails(
  mails: readonly string[],
  textOf: (path: string) => Promise<MailText>,
  mailLinter: MailLinter,
  results: RunResults,
  { linterFor = async () => lintingHere(mailLinter), onProgress }: LintMeans,
): Promise<void> {
  let done = 0;
  const linter = await linterFor(mailLinter, { left: () => mails.length - done });
  const lintOne = async (path: string): Promise<RunResult> => {
    const { task, problems } = await mailLinter.read(path, () => textOf(path));
    if (task === undefined) return { problems };
    const { settings, rulebook } = task;
    const { outcome, problems: found } = await linter.lint(task);
    const all = [...problems, ...found, ...(outcome?.problems ?? [])];
    if (outcome === undefined) return { problems: all };
    const included = await mailLinter.withoutIgnored(outcome.included);
    return { mail: { ...outcome, included, settings, rulebook }, problems: all };
  };
  try {
    await inOrder(mails, linter.atOnce, lintOne, async (result) => {
      await results.add(result);
      done += 1;
      onProgress?.(done, mails.length);
    });
  } finally {
    await linter.close();
  }
}

function withinChanges(
  files: readonly FileReport[],
  settler: FindingSettler,
  { changes, onlyChangedLines }: LintFilesOptions,
): readonly FileReport[] {
  if (changes === undefined || onlyChangedLines !== true) return files;
  return files.map((file) =>
    onChangedLines(file, changes.files.get(file.path) ?? 'all', (rule) => settler.isAboutWords(rule)),
  );
}

async function compareWithBaseline(
  files: readonly FileReport[],
  settler: FindingSettler,
  { cwd, baseline: chosen }: LintFilesOptions,
): Promise<Pick<LintReport, 'files' | 'problems'>> {
  if (chosen === false) return { files, problems: [] };
  const { baseline, problems } = await readBaseline(cwd, chosen);
  if (!baseline) return { files, problems };
  const applied = applyBaseline(files, baseline.mails, (mail, rule) => settler.isSearched(mail, rule));
  const gone = await goneMails(baseline, new Set(files.map(({ path }) => path)), cwd);
  return { files: applied.files, problems: staleProblems(baseline, applied.stale, gone) };
}

/** What makes hashes takes long to load, and few runs are shared out. */
async function shareOf(paths: readonly string[], shard: Shard, cwd: string): Promise<readonly string[]> {
  const { selectShard } = await import('./selectShard.js');
  return selectShard(paths, shard, cwd);
}

/** Whether a run lints all there is below the working folder. */
function isWholeRun(patterns: readonly string[], { stdin, shard, changes }: LintFilesOptions): boolean {
  if (stdin !== undefined || shard !== undefined || changes !== undefined) return false;
  return patterns.some((pattern) => pattern === '.' || pattern === './');
}
