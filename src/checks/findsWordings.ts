import type { NoticeRule, Rule, SubjectRule, WordingRule } from '../rulebook/Rule.js';

/** The rules that find wordings by frames and by the trained model. */
export type FindingWordings = WordingRule | NoticeRule | SubjectRule;

/** Whether a rule finds wordings by frames and by the trained model. */
export function findsWordings(rule: Rule): rule is FindingWordings {
  return rule.check === 'wording' || rule.check === 'notice' || rule.check === 'subject';
}
