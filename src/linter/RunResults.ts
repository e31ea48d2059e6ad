import type { Settings } from '../config/Settings.js';
import type { Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { CampaignJudge } from './CampaignJudge.js';
import type { FindingSettler } from './exceptions/FindingSettler.js';
import type { FileReport, LintReport, RunProblem } from './LintReport.js';
import type { MailText } from './MailLinter.js';
import type { MailOutcome } from './MailOutcome.js';
import { SharedTexts } from './SharedTexts.js';
import { uniteReports } from './uniteReports.js';

export interface RunResult {
  /** Absent where the mail was left out or could not be linted. */
  readonly mail?: Omit<MailOutcome, 'asked'> & { readonly settings: Settings; readonly rulebook: Rulebook };
  readonly problems: readonly RunProblem[];
}

/** Collects what came of the mails of a run, in their order, and no more of it than the report needs. */
export class RunResults {
  readonly #shippedRules: ReadonlySet<string>;
  readonly #settler: FindingSettler;
  readonly #keepsSource: (path: string) => boolean;
  readonly #packRules = new Map<string, Rule>();
  readonly #seenRulebooks = new Set<Rulebook>();
  readonly #campaignJudge = new CampaignJudge();
  readonly #mails: FileReport[] = [];
  /** What many mails include is reported once. */
  readonly #included = new Map<string, FileReport>();
  readonly #problems: RunProblem[] = [];
  readonly #texts = new SharedTexts();

  /**
   * @param settler learns what the mails let pass.
   * @param keptSources the mail that keeps its source whatever is found in it, or `all`.
   */
  constructor({ rules }: Rulebook, settler: FindingSettler, keptSources: 'all' | string | undefined) {
    this.#shippedRules = new Set(rules.map(({ id }) => id));
    this.#settler = settler;
    this.#keepsSource = (path) => keptSources === 'all' || path === keptSources;
  }

  addProblems(problems: readonly RunProblem[]): void {
    for (const problem of problems) this.#problems.push(problem);
  }

  async add({ mail, problems }: RunResult): Promise<void> {
    this.addProblems(problems);
    if (mail === undefined) return;
    const { report, included, notes, settings, rulebook, digest } = mail;
    this.#noteRules(rulebook);
    this.#mails.push(this.#kept(report));
    for (const file of included) {
      const before = this.#included.get(file.path);
      const [united = file] = before === undefined ? [file] : uniteReports([before, file]);
      this.#included.set(file.path, this.#kept(united));
    }
    await this.#settler.add(report.path, notes, settings, rulebook.rules);
    if (digest) this.#campaignJudge.add(digest, rulebook.rules);
  }

  /**
   * The whole report, before anything of it is let pass.
   *
   * @param textOf reads a mail again that shows something only beside the others.
   */
  async complete(textOf: (path: string) => Promise<MailText>): Promise<LintReport> {
    const files: FileReport[] = [];
    for (const file of this.#campaignJudge.complete([...this.#mails, ...this.#included.values()])) {
      files.push(file.findings.length > 0 && file.source === '' ? withSource(file, await textOf(file.path)) : file);
    }
    const packRules = [...this.#packRules.values()];
    return { files: uniteReports(files), problems: this.#problems, ...(packRules.length > 0 && { packRules }) };
  }

  #kept(file: FileReport): FileReport {
    const shared = this.#texts.inReport(file);
    return file.findings.length > 0 || this.#keepsSource(file.path) ? shared : { ...shared, source: '' };
  }

  #noteRules(rulebook: Rulebook): void {
    if (this.#seenRulebooks.has(rulebook)) return;
    this.#seenRulebooks.add(rulebook);
    this.#settler.know(rulebook.rules);
    for (const rule of rulebook.rules) if (!this.#shippedRules.has(rule.id)) this.#packRules.set(rule.id, rule);
  }
}

/** A mail that is gone by now is shown without its lines. */
function withSource(file: FileReport, text: MailText): FileReport {
  return 'text' in text ? { ...file, source: text.text } : file;
}
