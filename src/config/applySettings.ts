import type { Language } from '../rulebook/Language.js';
import type { Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { withOptions } from '../rulebook/ruleOptions.js';
import { providerName } from './providerNames.js';
import type { Settings } from './Settings.js';

const applied = new WeakMap<Rulebook, Map<string, Rulebook>>();

/**
 * The rulebook that is left when settings have chosen from it. Settings that say the same give the same object, whoever says
 * it, so that what hangs on a rulebook is worked out once for many mails.
 */
export function applySettings(rulebook: Rulebook, settings: Settings): Rulebook {
  const known = applied.get(rulebook) ?? new Map<string, Rulebook>();
  applied.set(rulebook, known);
  const key = choicesIn(settings);
  const chosen = known.get(key) ?? chosenFrom(rulebook, settings);
  known.set(key, chosen);
  return chosen;
}

/** All that settings choose of a rulebook, as a text. */
function choicesIn({ provider, languages, rules }: Settings): string {
  const byRule = [...rules].map(([id, { severity, options }]) => [
    id,
    severity?.value ?? '',
    [...options].map(([name, { value }]) => [name, value]),
  ]);
  return JSON.stringify([provider?.value ?? '', languages?.value ?? '', byRule]);
}

function chosenFrom(rulebook: Rulebook, settings: Settings): Rulebook {
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
            service: provider.value,
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
