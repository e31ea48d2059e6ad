import type { NoticeRule, Rule, SubjectRule, WordingRule } from '../rulebook/Rule.js';

/** Whether a rule judges wordings, so that a single passage can break it. */
export function isAboutWords(rule: Rule): rule is WordingRule | NoticeRule | SubjectRule {
  return rule.check === 'wording' || rule.check === 'notice' || rule.check === 'subject';
}
