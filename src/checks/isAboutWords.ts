import type { Rule, TypographyRule } from '../rulebook/Rule.js';
import type { FindingWordings } from './findsWordings.js';
import { findsWordings } from './findsWordings.js';

/** Whether a rule judges words and how they are set, so that a single passage can break it. */
export function isAboutWords(rule: Rule): rule is FindingWordings | TypographyRule {
  return findsWordings(rule) || rule.check === 'typography';
}
