import type { Language } from '../rulebook/Language.js';
import type { Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { withOptions } from '../rulebook/ruleOptions.js';
import { providerName } from './providerNames.js';
import type { Settings } from './Settings.js';

/** The rulebook that is left when settings have chosen from it. */
export function applySettings(rulebook: Rulebook, settings: Settings): Rulebook {
  const { provider, languages } = settings;
  return {
    ...rulebook,
    rules: rulebook.rules.flatMap((rule) => ruleAsSet(rule, settings)),
    ...(languages === undefined ? {} : { languages: onlyLanguages(rulebook.languages, languages.value) }),
    ...(provider === undefined
      ? {}
      : {
          linkRoles: {
            ...rulebook.linkRoles,
            tags: rulebook.linkRoles.tags.filter((tag) => providerName(tag.provider) === provider.value),
          },
        }),
  };
}

function ruleAsSet(rule: Rule, { rules }: Settings): readonly Rule[] {
  const set = rules.get(rule.id);
  if (!set) return [rule];
  const severity = set.severity?.value ?? rule.severity;
  if (severity === 'off') return [];
  const options = Object.fromEntries([...set.options].map(([name, { value }]) => [name, value]));
  return [{ ...withOptions(rule, options), severity }];
}

/** Languages are loaded when they are first asked for, and stay so. */
function onlyLanguages(
  languages: Readonly<Record<string, Language>>,
  tags: readonly string[],
): Readonly<Record<string, Language>> {
  const chosen: Record<string, Language> = {};
  for (const tag of tags) {
    const own = Object.getOwnPropertyDescriptor(languages, tag);
    if (own) Object.defineProperty(chosen, tag, own);
  }
  return chosen;
}
