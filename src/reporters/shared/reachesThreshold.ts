import { type Severity, severities } from '../../checks/Finding.js';
import type { FailOn } from '../Reporter.js';

/**
 * Whether a finding of this severity makes a run fail.
 *
 * @example reachesThreshold('error', 'warning') // true
 */
export function reachesThreshold(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && severities.indexOf(severity) >= severities.indexOf(failOn);
}
