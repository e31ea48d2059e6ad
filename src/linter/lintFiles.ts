import type { FooterSetting } from '../checks/CheckContext.js';
import { formatOf } from '../formats/formatOf.js';
import type { MailFormat } from '../mail/Mail.js';
import { profileNamed } from '../rulebook/profileNamed.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { CampaignJudge } from './CampaignJudge.js';
import { CampaignReader } from './CampaignReader.js';
import { findFiles } from './findFiles.js';
import type { FileReport, LintReport, RunProblem } from './LintReport.js';
import { lintText } from './lintText.js';
import { readMailFile } from './readMailFile.js';

export interface LintFilesOptions {
  /** Absolute path of the working folder, which patterns and reported paths are relative to. */
  readonly cwd: string;
  /** The format of all files, whatever their names say. */
  readonly format?: MailFormat;
  readonly footer?: FooterSetting;
  /** Id of the notice profile that the mails answer to. */
  readonly profile?: string;
  /** Whether `.gitignore` files count; true unless said otherwise. */
  readonly ignoreFiles?: boolean;
  /** A mail that is not in a file; the path gives it a name and a format. */
  readonly stdin?: { readonly text: string; readonly path: string };
}

/**
 * Lints all mails that the patterns mean. A file that can't be linted is a problem of the report and costs the others
 * nothing.
 *
 * @throws UnknownProfileError when no notice profile has the id that the options name.
 * @example (await lintFiles(['mails/'], { cwd: process.cwd() }, rulebook)).files
 */
export async function lintFiles(
  patterns: readonly string[],
  options: LintFilesOptions,
  rulebook: Rulebook,
): Promise<LintReport> {
  profileNamed(options.profile, rulebook);
  const { paths, problems: notFound } = await findFiles(patterns, {
    cwd: options.cwd,
    isMail: (path) => formatOf(path) !== undefined,
    isFormatGiven: options.format !== undefined,
    ...(options.ignoreFiles === undefined ? {} : { ignoreFiles: options.ignoreFiles }),
  });
  const files: FileReport[] = [];
  const problems: RunProblem[] = [...notFound];
  const campaigns = new CampaignReader(options.cwd);
  const campaignJudge = new CampaignJudge();
  const lintOne = async (text: string, path: string): Promise<void> => {
    const { metadata, folder, problems: campaignProblems } = await campaigns.metadataFor(path);
    problems.push(...campaignProblems);
    const mail = { ...options, path, inherited: metadata, ...(folder === undefined ? {} : { campaign: folder }) };
    const { report, problems: mailProblems, digest } = lintText(text, mail, rulebook);
    files.push(report);
    problems.push(...mailProblems);
    if (digest) campaignJudge.add(digest, rulebook.rules);
  };
  if (options.stdin) await lintOne(options.stdin.text, options.stdin.path);
  for (const path of paths) {
    const read = await readMailFile(path, options.cwd, options.format ?? formatOf(path));
    if ('problem' in read) problems.push(read.problem);
    else await lintOne(read.text, path);
  }
  return { files: campaignJudge.complete(files), problems };
}
