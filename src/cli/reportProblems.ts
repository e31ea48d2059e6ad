import type { RunProblem } from '../linter/LintReport.js';
import { describeProblem } from './describeProblem.js';
import type { Terminal } from './Terminal.js';

/** Writes problems to standard error, one a line. */
export function reportProblems(problems: readonly RunProblem[], terminal: Terminal): void {
  for (const problem of problems) terminal.writeError(`tactful: ${describeProblem(problem)}\n`);
}
