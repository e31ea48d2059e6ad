import type { RuleSettings, Settings } from './Settings.js';

/**
 * Lays settings over others. What the upper ones say wins; a rule's severity and each of its options count by
 * themselves. It makes no difference in which order several layers are brought together.
 *
 * @example mergeSettings(ofTheRoot, ofTheFolder).rules.get('coercive-deadline')
 */
export function mergeSettings(under: Settings, over: Settings): Settings {
  const rules = new Map(under.rules);
  for (const [rule, settings] of over.rules) rules.set(rule, mergeRule(rules.get(rule), settings));
  return { ...under, ...over, rules, packs: [...under.packs, ...over.packs] };
}

function mergeRule(under: RuleSettings | undefined, over: RuleSettings): RuleSettings {
  if (!under) return over;
  return { ...under, ...over, options: new Map([...under.options, ...over.options]) };
}
