import { closestName } from './closestName.js';
import { addProblem, type LabelDocument, readText } from './labelDocument.js';

/**
 * Reads the id of a rule in a label. Labels may name rules that the rulebook does not have (yet), so only an id that
 * looks like a slip of one that it has is a problem.
 *
 * @returns undefined after a problem.
 */
export function readRule(
  document: LabelDocument,
  node: unknown,
  parent: unknown,
  knownRules: ReadonlySet<string>,
): string | undefined {
  const rule = readText(document, node, 'A rule', parent);
  if (rule === undefined || knownRules.has(rule)) return rule;
  const meant = closestName(rule, knownRules);
  if (meant === undefined) return rule;
  addProblem(document, node, `There is no rule named "${rule}". Did you mean "${meant}"?`);
  return undefined;
}
