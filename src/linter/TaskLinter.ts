import type { RunProblem } from './LintReport.js';
import type { MailOutcome } from './MailOutcome.js';
import type { MailTask } from './MailTask.js';

export interface TaskResult {
  /** Absent where something unexpected went wrong; `problems` says so. */
  readonly outcome?: MailOutcome;
  /** What was wrong with included files that were read for the first time, or with the linting itself. */
  readonly problems: readonly RunProblem[];
}

/** Lints mails: at once, in other threads, or by remembering what came of it last time. */
export interface TaskLinter {
  /** Never rejects: what goes wrong costs the one mail its report. */
  lint(task: MailTask): Promise<TaskResult>;
  /** How many mails may be under way at once. */
  readonly atOnce: number;
  /** Ends what is still running. */
  close(): Promise<void>;
}
