import { formatOf } from '../formats/formatOf.js';
import type { Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { applyBaseline } from './baseline/applyBaseline.js';
import { readBaseline } from './baseline/readBaseline.js';
import { goneMails, staleProblems } from './baseline/staleProblems.js';
import { CampaignJudge } from './CampaignJudge.js';
import type { Changes } from './changes/Changes.js';
import { onChangedLines } from './changes/onChangedLines.js';
import { dayOf } from './exceptions/dayOf.js';
import { FindingSettler } from './exceptions/FindingSettler.js';
import { findFiles } from './findFiles.js';
import type { FileReport, LintReport, RunProblem } from './LintReport.js';
import { MailLinter, type MailLinterOptions, type MailText } from './MailLinter.js';
import { orderReport } from './orderReport.js';
import { readMailFile } from './readMailFile.js';
import type { Shard } from './Shard.js';
import { uniteReports } from './uniteReports.js';

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
): Promise<LintReport> {
  const { paths: found, problems: notFound } = await findFiles(patterns, {
    cwd: options.cwd,
    isMail: (path) => formatOf(path) !== undefined,
    isFormatGiven: options.format !== undefined,
    ...(options.ignoreFiles === undefined ? {} : { ignoreFiles: options.ignoreFiles }),
  });
  const { changes } = options;
  const meant = changes === undefined ? found : found.filter((path) => changes.files.has(path));
  const paths = options.shard === undefined ? meant : await shareOf(meant, options.shard, options.cwd);
  const files: FileReport[] = [];
  const problems: RunProblem[] = [...notFound];
  const campaignJudge = new CampaignJudge();
  const ids = new Set(rulebook.rules.map(({ id }) => id));
  const packRules = new Map<string, Rule>();
  const settler = new FindingSettler(
    {
      cwd: options.cwd,
      day: options.day ?? dayOf(process.env),
      isWhole: isWholeRun(patterns, options),
      isOff: options.exceptions === false,
    },
    rulebook.rules,
  );
  const linter = new MailLinter(options.cwd, rulebook, options);
  const lintOne = async (path: string, textOf: () => Promise<MailText>): Promise<void> => {
    const { linted, problems: found } = await linter.lint(path, textOf);
    problems.push(...found);
    if (!linted) return;
    const { rules } = linted.rulebook;
    for (const rule of rules) if (!ids.has(rule.id)) packRules.set(rule.id, rule);
    settler.know(rules);
    files.push(linted.report, ...linted.included);
    await settler.add(path, linted.notes, linted.settings, rules);
    if (linted.digest) campaignJudge.add(linted.digest, rules);
  };
  const { stdin } = options;
  if (stdin) await lintOne(stdin.path, async () => stdin);
  for (const path of paths) {
    await lintOne(path, () => readMailFile(path, options.cwd, options.format ?? formatOf(path)));
  }
  const added = packRules.size > 0 ? { packRules: [...packRules.values()] } : {};
  const settled = await settler.complete(uniteReports(campaignJudge.complete(files)));
  const compared = await compareWithBaseline(settled.files, settler, options);
  const allProblems = [...problems, ...settled.problems, ...compared.problems];
  const told = withinChanges(compared.files, settler, options);
  return orderReport({ files: told, problems: allProblems, ...added });
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
