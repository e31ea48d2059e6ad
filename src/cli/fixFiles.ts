import { writeFixed } from '../linter/fix/writeFixed.js';
import type { LintReport, RunProblem } from '../linter/LintReport.js';
import type { Terminal } from './Terminal.js';

const mostPasses = 10;

/**
 * Makes the safe replacements of a report, and lints again. Mail files bear none: they may be signed.
 *
 * @returns the report on the files as they are now.
 */
export async function fixFiles(
  report: LintReport,
  lintAgain: () => Promise<LintReport>,
  { cwd, writeError }: Terminal,
): Promise<LintReport> {
  let after = report;
  let total = 0;
  const problems: RunProblem[] = [];
  // Words that are shouted in several places are one finding, so that the next is seen when the first is mended.
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const fixed = await writeFixed(after.files, cwd);
    problems.push(...fixed.problems);
    if (fixed.count === 0) break;
    total += fixed.count;
    after = await lintAgain();
  }
  if (total > 0) writeError(`tactful: ${total} replacement${total === 1 ? '' : 's'} made.\n`);
  return { ...after, problems: [...after.problems, ...problems] };
}
