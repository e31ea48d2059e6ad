import type { FooterSetting } from '../checks/CheckContext.js';
import { mailOptions } from '../config/mailOptions.js';
import type { Settings } from '../config/Settings.js';
import { SettingsReader } from '../config/SettingsReader.js';
import { formatOf } from '../formats/formatOf.js';
import type { InheritedMetadata } from '../formats/InheritedMetadata.js';
import type { MailFormat } from '../mail/Mail.js';
import type { Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { CampaignJudge } from './CampaignJudge.js';
import { CampaignReader } from './CampaignReader.js';
import { findFiles } from './findFiles.js';
import { IncludeReader } from './IncludeReader.js';
import type { FileReport, LintReport, RunProblem } from './LintReport.js';
import { lintText } from './lintText.js';
import { orderReport } from './orderReport.js';
import { readMailFile } from './readMailFile.js';
import type { Shard } from './Shard.js';
import { selectShard } from './selectShard.js';
import { uniteReports } from './uniteReports.js';

export interface LintFilesOptions {
  /** Absolute path of the working folder, which patterns and reported paths are relative to. */
  readonly cwd: string;
  /** The format of all files, whatever their names say. */
  readonly format?: MailFormat;
  readonly footer?: FooterSetting;
  /** The settings file that holds for all mails, instead of those in their folders; `false` for none. */
  readonly config?: string | false;
  /** The profile that settings stand on, whatever files say. */
  readonly profile?: string;
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
  const campaigns = new CampaignReader(options.cwd);
  const campaignJudge = new CampaignJudge();
  const ids = new Set(rulebook.rules.map(({ id }) => id));
  const packRules = new Map<string, Rule>();
  const settings = new SettingsReader(options.cwd, rulebook, options);
  const includes = new IncludeReader(options.cwd, rulebook.includes);
  const isIgnored = async (path: string): Promise<boolean> => {
    const { found, problems: settingsProblems } = await settings.settingsFor(path);
    problems.push(...settingsProblems);
    return found?.settings.ignored !== undefined;
  };
  const lintOne = async (path: string, textOf: () => Promise<MailText>): Promise<void> => {
    const { found, problems: settingsProblems } = await settings.settingsFor(path);
    problems.push(...settingsProblems);
    if (!found || found.settings.ignored) return;
    for (const rule of found.rulebook.rules) if (!ids.has(rule.id)) packRules.set(rule.id, rule);
    const read = await textOf();
    if ('problem' in read) {
      problems.push(read.problem);
      return;
    }
    const { metadata, folder, problems: campaignProblems } = await campaigns.metadataFor(path);
    problems.push(...campaignProblems);
    const mail = {
      path,
      inherited: { ...onlyLanguage(found.settings), ...metadata },
      resolveInclude: includes.resolve,
      ...formatGiven(options),
      ...mailOptions(found.settings),
      ...(folder === undefined ? {} : { campaign: folder }),
    };
    const { report, included, problems: mailProblems, digest } = lintText(read.text, mail, found.rulebook);
    files.push(report);
    for (const part of included) if (!(await isIgnored(part.path))) files.push(part);
    problems.push(...mailProblems, ...includes.takeProblems());
    if (digest) campaignJudge.add(digest, found.rulebook.rules);
  };
  const { stdin } = options;
  if (stdin) await lintOne(stdin.path, async () => stdin);
  for (const path of paths) {
    await lintOne(path, () => readMailFile(path, options.cwd, options.format ?? formatOf(path)));
  }
  const added = packRules.size > 0 ? { packRules: [...packRules.values()] } : {};
  return orderReport({ files: uniteReports(campaignJudge.complete(files)), problems, ...added });
}

type MailText = Awaited<ReturnType<typeof readMailFile>>;

function formatGiven({ format }: LintFilesOptions): Pick<LintFilesOptions, 'format'> {
  return format === undefined ? {} : { format };
}

/** Where all mails are in one language, nothing has to be guessed from the few words of a short one. */
function onlyLanguage({ languages }: Settings): Pick<InheritedMetadata, 'language'> {
  const [only, ...others] = languages?.value ?? [];
  return only === undefined || others.length > 0 ? {} : { language: only };
}
