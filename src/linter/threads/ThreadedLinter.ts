import type { MailCount } from '../lintFiles.js';
import type { MailTask } from '../MailTask.js';
import type { TaskLinter, TaskResult } from '../TaskLinter.js';
import { LintThread } from './LintThread.js';
import type { ThreadData } from './ThreadMessage.js';

export interface ThreadedOptions {
  readonly threads: number;
  /** Work in milliseconds that must be left, as far as one can tell, for threads to be started; they are always unless given. */
  readonly leastWork?: number;
}

/** Enough that a thread never waits for its next mail. */
const perThread = 4;
/** So many mails are linted in this thread before it is told how long the others will take. */
const sample = 20;

/** Lints mails in several threads, once it is worth starting them. */
export class ThreadedLinter implements TaskLinter {
  readonly atOnce: number;
  readonly #here: TaskLinter;
  readonly #threads: readonly LintThread[];
  readonly #leastWork: number;
  readonly #mails: MailCount;
  #spent = 0;
  #linted = 0;
  #isStarted = false;

  /**
   * @param here lints in this thread as long as it is not worth starting others.
   * @param code of a thread, a module.
   */
  constructor(here: TaskLinter, code: URL, data: ThreadData, mails: MailCount, options: ThreadedOptions) {
    this.#here = here;
    this.#mails = mails;
    this.#leastWork = options.leastWork ?? 0;
    this.#threads = Array.from({ length: options.threads }, () => new LintThread(code, data));
    this.atOnce = options.threads * perThread;
  }

  lint(task: MailTask): Promise<TaskResult> {
    if (!this.#isWorthIt()) return this.#lintHere(task);
    const [thread] = this.#threads.toSorted((one, other) => one.load - other.load);
    const { text, options } = task;
    return thread?.lint({ text, options }) ?? this.#here.lint(task);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #isWorthIt(): boolean {
    if (this.#leastWork === 0) return true;
    const isTold = this.#linted >= sample;
    this.#isStarted ||= isTold && (this.#spent / this.#linted) * this.#mails.left() >= this.#leastWork;
    return this.#isStarted;
  }

  #lintHere(task: MailTask): Promise<TaskResult> {
    const start = performance.now();
    const result = this.#here.lint(task);
    // All the work is done by now: waiting would count that of other mails as well.
    this.#spent += performance.now() - start;
    this.#linted += 1;
    return result;
  }
}
