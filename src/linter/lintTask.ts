import type { IncludeAnswer, IncludeResolver } from '../formats/includes/IncludeResolver.js';
import { UnknownFormatError } from './lintText.js';
import type { MailLinter } from './MailLinter.js';
import type { AskedInclude } from './MailOutcome.js';
import type { MailTask } from './MailTask.js';
import type { TaskLinter, TaskResult } from './TaskLinter.js';

/** What makes hashes takes long to load, and only caches need any. */
type HashOf = (answer: IncludeAnswer) => string;
const noHash: HashOf = () => '';

/**
 * Lints one mail. An error that nobody foresaw becomes a problem of that mail, so that it costs the others nothing.
 *
 * @param hashOf `hashOfAnswer`, where the outcome may be kept.
 */
export function lintTask(linter: MailLinter, task: MailTask, hashOf: HashOf = noHash): TaskResult {
  const asked: AskedInclude[] = [];
  const resolve: IncludeResolver = (request) => {
    const answer = linter.resolveInclude(request);
    asked.push({ request, answer: hashOf(answer) });
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
export function lintingHere(linter: MailLinter, hashOf: HashOf = noHash): TaskLinter {
  return { lint: async (task) => lintTask(linter, task, hashOf), atOnce: 1, close: async () => undefined };
}
