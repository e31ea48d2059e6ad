import { applyBaseline } from '../linter/baseline/applyBaseline.js';
import { readBaseline } from '../linter/baseline/readBaseline.js';
import { dayOf } from '../linter/exceptions/dayOf.js';
import { FindingSettler } from '../linter/exceptions/FindingSettler.js';
import type { MailResult } from '../linter/MailLinter.js';
import type { Rule } from '../rulebook/Rule.js';

/**
 * What is left of the findings of one mail when exceptions and the baseline have been counted, as the command does for
 * all mails. What is wrong with exceptions is told where it is about this mail.
 *
 * @param cwd absolute path of the working folder.
 * @param path of the mail, relative to it, with forward slashes.
 * @param rules all rules, whether they hold for the mail or not.
 */
export async function settleMail(
  cwd: string,
  path: string,
  { linted, problems }: MailResult,
  rules: readonly Rule[],
): Promise<MailResult> {
  if (linted === undefined) return { problems };
  const settler = new FindingSettler({ cwd, day: dayOf(process.env), isWhole: false }, rules);
  settler.know(linted.rulebook.rules);
  await settler.add(path, linted.notes, linted.settings, linted.rulebook.rules);
  const settled = await settler.complete([linted.report]);
  const { baseline } = await readBaseline(cwd, undefined);
  const { files } = baseline
    ? applyBaseline(settled.files, baseline.mails, (mail, rule) => settler.isSearched(mail, rule))
    : settled;
  const [report = linted.report] = files;
  return {
    linted: { ...linted, report },
    problems: [...problems, ...settled.problems.filter((problem) => problem.path === path)],
  };
}
