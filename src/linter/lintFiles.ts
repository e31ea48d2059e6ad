import { formatOf } from '../formats/formatOf.js';
import type { Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { CampaignJudge } from './CampaignJudge.js';
import { findFiles } from './findFiles.js';
import type { FileReport, LintReport, RunProblem } from './LintReport.js';
import { MailLinter, type MailLinterOptions, type MailText } from './MailLinter.js';
import { orderReport } from './orderReport.js';
import { readMailFile } from './readMailFile.js';
import type { Shard } from './Shard.js';
import { selectShard } from './selectShard.js';

export interface LintFilesOptions extends MailLinterOptions {
  /** Absolute path of the working folder, which patterns and reported paths are relative to. */
  readonly cwd: string;
  /** Whether `.gitignore` files count; true unless said otherwise. */
  readonly ignoreFiles?: boolean;
  /** A mail that is not in a file; the path gives it a name and a format. */
  readonly stdin?: { readonly text: string; readonly path: string };
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
  const paths = options.shard === undefined ? found : await selectShard(found, options.shard, options.cwd);
  const files: FileReport[] = [];
  const problems: RunProblem[] = [...notFound];
  const campaignJudge = new CampaignJudge();
  const ids = new Set(rulebook.rules.map(({ id }) => id));
  const packRules = new Map<string, Rule>();
  const linter = new MailLinter(options.cwd, rulebook, options);
  const lintOne = async (path: string, textOf: () => Promise<MailText>): Promise<void> => {
    const { linted, problems: found } = await linter.lint(path, textOf);
    problems.push(...found);
    if (!linted) return;
    const { rules } = linted.rulebook;
    for (const rule of rules) if (!ids.has(rule.id)) packRules.set(rule.id, rule);
    files.push(linted.report);
    if (linted.digest) campaignJudge.add(linted.digest, rules);
  };
  const { stdin } = options;
  if (stdin) await lintOne(stdin.path, async () => stdin);
  for (const path of paths) {
    await lintOne(path, () => readMailFile(path, options.cwd, options.format ?? formatOf(path)));
  }
  const added = packRules.size > 0 ? { packRules: [...packRules.values()] } : {};
  return orderReport({ files: campaignJudge.complete(files), problems, ...added });
}
