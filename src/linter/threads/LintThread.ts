import { Worker } from 'node:worker_threads';
import { failedTask } from '../lintTask.js';
import type { TaskResult } from '../TaskLinter.js';
import type { ThreadAnswer, ThreadData, ThreadRequest } from './ThreadMessage.js';

/** A mail leaves much behind that nobody needs any more; more room for it costs memory and saves no time. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

interface Waiting {
  readonly request: ThreadRequest;
  answer(linted: TaskResult): void;
}

/** One thread that lints mails. One that breaks down over a mail costs that mail its report and is started again. */
export class LintThread {
  readonly #code: URL;
  readonly #data: ThreadData;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | undefined;
  #isClosed = false;

  /** @param code of the thread, a module. */
  constructor(code: URL, data: ThreadData) {
    this.#code = code;
    this.#data = data;
  }

  /** How many mails it has yet to lint. */
  get load(): number {
    return this.#waiting.length;
  }

  lint(request: ThreadRequest): Promise<TaskResult> {
    return new Promise((answer) => {
      this.#waiting.push({ request, answer });
      this.#started().postMessage(request);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #started(): Worker {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    // What is said about code caches and optimisation on the command line of this process is none of the thread's business.
    const worker = new Worker(this.#code, { workerData: this.#data, execArgv: [], resourceLimits });
    worker.on('message', (linted: ThreadAnswer) => this.#waiting.shift()?.answer(linted));
    let failure: unknown = new Error('its thread ended');
    worker.on('error', (error) => {
      failure = error;
    });
    // All answers that a worker has given are there by its exit, but not always by its error.
    worker.on('exit', () => this.#breakDown(failure));
    return worker;
  }

  #breakDown(error: unknown): void {
    if (this.#isClosed) return;
    this.#worker = undefined;
    const broken = this.#waiting.shift();
    broken?.answer(failedTask(broken.request.options.path, error));
    for (const { request } of this.#waiting) this.#started().postMessage(request);
  }
}
