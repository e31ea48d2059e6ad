import type { Severity } from '../checks/Finding.js';
import type { LintReport } from '../linter/LintReport.js';

/** One output format. Adding one is adding a file to this folder and its name to `reporters.ts`. */
export interface Reporter {
  /** What `--format` asks for. */
  readonly name: string;
  /**
   * Writes a report in this format: the same text for the same input, ending in a line break unless there is nothing
   * to say. Texts of the report come from strangers' templates and are made harmless for where the format is read.
   */
  report(report: LintReport, context: ReporterContext): string;
}

export interface ReporterContext {
  /** The version of Tactful. */
  readonly version: string;
  readonly color: boolean;
  /** All rules of the run, whether they have found something or not. */
  readonly rules: readonly RuleSummary[];
  /** The working folder that the paths of the report are relative to. */
  readonly cwd: string;
  /** The folder that the host of a pipeline finds files from; the working folder unless a pipeline says another. */
  readonly projectFolder: string;
  readonly failOn: FailOn;
}

/** The lowest severity that makes a run fail. */
export type FailOn = Severity | 'never';

/** What a report says about a rule. */
export interface RuleSummary {
  readonly id: string;
  readonly severity: Severity;
  readonly description: string;
  /** The rule's page, in Markdown. */
  readonly helpMarkdown: string;
  /** The address of the rule's page. */
  readonly url: string;
}
