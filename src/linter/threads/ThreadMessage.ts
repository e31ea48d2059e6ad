import type { MailLinterOptions } from '../MailLinter.js';
import type { MailTaskOptions } from '../MailTask.js';
import type { TaskResult } from '../TaskLinter.js';

/** What a thread is started with. */
export interface ThreadData {
  readonly cwd: string;
  readonly options: MailLinterOptions;
}

/**
 * A mail for a thread, which answers in the order in which it was asked. The rules that hold for the mail are too large to be
 * sent, and what it includes may be nothing at all: the thread finds both by itself.
 */
export interface ThreadRequest {
  readonly text: string;
  readonly options: MailTaskOptions;
}

export type ThreadAnswer = TaskResult;
