import type { RulesAnswer, SettingsAnswer, SettingsQuestion } from '../config/settingsQuestions.js';
import type { RunTestOptions, TestRun } from '../evaluation/runTest.js';
import type { EvidenceOptions } from '../evidence/makeEvidence.js';
import type { LintReport } from '../linter/LintReport.js';
import type { LintFilesOptions } from '../linter/lintFiles.js';
import type { RunOptions } from '../linter/lintMeans.js';
import type { WatchOptions } from '../linter/watchFolder.js';
import type { Rule } from '../rulebook/Rule.js';

export type { SettingsQuestion };

/** What the commands call on; each is loaded only when a command needs it. */
export interface Services {
  lintFiles(patterns: readonly string[], options: LintFilesOptions, run?: RunOptions): Promise<LintReport>;
  /** Calls back when something in a folder changes that a report could hang on. */
  watchFolder(folder: string, onChange: () => void, options: WatchOptions): Promise<void>;
  runTest(patterns: readonly string[], options: RunTestOptions): Promise<TestRun>;
  /** The settings that hold for a mail, and where each comes from. */
  settingsOf(question: SettingsQuestion): Promise<SettingsAnswer>;
  /** All rules as settings have them. */
  listRules(question: SettingsQuestion): Promise<RulesAnswer>;
  /** The text of a first settings file for a folder, and how many mails it is made from. */
  firstSettings(cwd: string): Promise<{ readonly text: string; readonly mails: number }>;
  /** The text of a record of a run. */
  evidenceOf(report: LintReport, options: EvidenceOptions): Promise<string>;
  loadRules(): Promise<readonly RuleDescription[]>;
  /** Speaks the Language Server Protocol until the client goes away, and with it the process. */
  serve(): Promise<void>;
}

/** A rule as far as commands and reports speak of it. */
export interface RuleDescription extends Pick<Rule, 'id' | 'severity' | 'description' | 'page'> {
  /** The address of the rule's page; empty when it has none. */
  readonly url: string;
}
