import type { FileReport } from '../../linter/LintReport.js';
import type { FailOn } from '../Reporter.js';
import { reachesThreshold } from './reachesThreshold.js';

/** Whether a file has a finding that makes a run fail. */
export function hasFailingFinding({ findings }: Pick<FileReport, 'findings'>, failOn: FailOn): boolean {
  return findings.some(({ severity }) => reachesThreshold(severity, failOn));
}
