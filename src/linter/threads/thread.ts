import { parentPort, workerData } from 'node:worker_threads';
import { loadRulebook } from '../../rulebook/loadRulebook.js';
import { hashOfAnswer } from '../hashOfAnswer.js';
import { failedTask, lintTask } from '../lintTask.js';
import { MailLinter } from '../MailLinter.js';
import type { ThreadAnswer, ThreadData, ThreadRequest } from './ThreadMessage.js';

/** What runs in a thread: it lints the mails that it is sent, one after another. */
function answerFrom(port: NonNullable<typeof parentPort>, { cwd, options: choice }: ThreadData): void {
  const linter = new MailLinter(cwd, loadRulebook(), choice);
  const answer = async ({ text, options }: ThreadRequest): Promise<ThreadAnswer> => {
    try {
      const { task } = await linter.read(options.path, () => ({ text }));
      if (!task) throw new Error('its settings have changed');
      return lintTask(linter, { ...task, options }, hashOfAnswer);
    } catch (error) {
      return failedTask(options.path, error);
    }
  };
  let last = Promise.resolve();
  port.on('message', (request: ThreadRequest) => {
    last = last.then(async () => port.postMessage(await answer(request)));
  });
}

if (parentPort) answerFrom(parentPort, workerData);
