import { severities } from '../checks/Finding.js';

export const ruleSeverities = ['off', ...severities] as const;
/** What a rule's findings weigh at most, or `off` where the rule is silent. */
export type RuleSeverity = (typeof ruleSeverities)[number];

/** Whether a severity says less than another. */
export function isWeaker(severity: RuleSeverity, than: RuleSeverity): boolean {
  return ruleSeverities.indexOf(severity) < ruleSeverities.indexOf(than);
}
