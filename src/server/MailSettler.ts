import { stat } from 'node:fs/promises';
import { applyBaseline } from '../linter/baseline/applyBaseline.js';
import { findBaseline, type ReadBaseline, readBaseline } from '../linter/baseline/readBaseline.js';
import { dayOf } from '../linter/exceptions/dayOf.js';
import { ExceptionsReader } from '../linter/exceptions/ExceptionsReader.js';
import { FindingSettler } from '../linter/exceptions/FindingSettler.js';
import type { MailResult } from '../linter/MailLinter.js';
import type { Rule } from '../rulebook/Rule.js';

/**
 * Counts exceptions and the baseline, as the command does for all mails. It remembers the exceptions that it has read, so
 * that one that should see a change is made anew, and the baseline until it changes, for that may stand above the project.
 */
export class MailSettler {
  readonly #cwd: string;
  readonly #rules: readonly Rule[];
  readonly #exceptions: ExceptionsReader;
  #baseline: { readonly stamp: string; readonly read: Promise<ReadBaseline> } | undefined;

  /**
   * @param cwd absolute path of the working folder.
   * @param rules all rules, whether they hold for a mail or not.
   */
  constructor(cwd: string, rules: readonly Rule[]) {
    this.#cwd = cwd;
    this.#rules = rules;
    this.#exceptions = new ExceptionsReader(cwd);
  }

  /**
   * What is left of the findings of one mail. What is wrong with exceptions is told where it is about this mail.
   *
   * @param path of the mail, relative to the working folder, with forward slashes.
   */
  async settle(path: string, { linted, problems }: MailResult): Promise<MailResult> {
    if (linted === undefined) return { problems };
    const options = { cwd: this.#cwd, day: dayOf(process.env), isWhole: false, exceptions: this.#exceptions };
    const settler = new FindingSettler(options, this.#rules);
    settler.know(linted.rulebook.rules);
    await settler.add(path, linted.notes, linted.settings, linted.rulebook.rules);
    const settled = await settler.complete([linted.report]);
    const { baseline } = await this.#readBaseline();
    const { files } = baseline
      ? applyBaseline(settled.files, baseline.mails, (mail, rule) => settler.isSearched(mail, rule))
      : settled;
    const [report = linted.report] = files;
    return {
      linted: { ...linted, report },
      problems: [...problems, ...settled.problems.filter((problem) => problem.path === path)],
    };
  }

  async #readBaseline(): Promise<ReadBaseline> {
    const file = await findBaseline(this.#cwd);
    if (file === undefined) return { problems: [] };
    const stats = await stat(file).catch(() => undefined);
    const stamp = `${file} ${stats?.mtimeMs} ${stats?.size}`;
    if (this.#baseline?.stamp !== stamp) this.#baseline = { stamp, read: readBaseline(this.#cwd, file) };
    return this.#baseline.read;
  }
}
