import type { RunProblem } from '../../linter/LintReport.js';
import type { FailOn } from '../Reporter.js';
import { reachesThreshold } from './reachesThreshold.js';

/**
 * Whether a problem makes a run fail: always where mails were not linted, else as a warning does.
 *
 * @example failsRun({ message: 'This exception ran out.', level: 'warning' }, 'error') // false
 */
export function failsRun({ level }: Pick<RunProblem, 'level'>, failOn: FailOn): boolean {
  return level === undefined || reachesThreshold(level, failOn);
}
