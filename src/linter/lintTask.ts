import type { IncludeResolver } from '../formats/includes/IncludeResolver.js';
import { hashOfAnswer } from './hashOfAnswer.js';
import { UnknownFormatError } from './lintText.js';
import type { MailLinter } from './MailLinter.js';
import type { AskedInclude } from './MailOutcome.js';
import type { MailTask } from './MailTask.js';
import type { TaskLinter, TaskResult } from './TaskLinter.js';

/** Lints one mail. An error that nobody foresaw becomes a problem of that mail, so that it costs the others nothing. */
export function lintTask(linter: MailLinter, task: MailTask): TaskResult {
  const asked: AskedInclude[] = [];
  const resolve: IncludeResolver = (request) => {
    const answer = linter.resolveInclude(request);
    asked.push({ request, answer: hashOfAnswer(answer) });
    return answer;
  };
  try {
    const { report, included, notes, problems, digest } = linter.lintTask(task, resolve);
    const outcome = { report, included, notes, problems, ...(digest && { digest }), asked };
    return { outcome, problems: linter.takeIncludeProblems() };
  } catch (error) {
    return failedTask(task.options.path, error);
  }
}

/** What to tell where linting a mail has failed. */
export function failedTask(path: string, error: unknown): TaskResult {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UnknownFormatError) return { problems: [{ path, message }] };
  const whole = `This mail could not be linted: something unexpected went wrong (${message}). Please report it as a bug.`;
  return { problems: [{ path, message: whole }] };
}

/** Lints every mail as it comes, in the thread that asks. */
export function lintingHere(linter: MailLinter): TaskLinter {
  return { lint: async (task) => lintTask(linter, task), atOnce: 1, close: async () => undefined };
}
