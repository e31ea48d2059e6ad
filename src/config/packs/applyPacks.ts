import { extendLanguage } from '../../rulebook/extendLanguage.js';
import type { Language } from '../../rulebook/Language.js';
import { lazyLanguages } from '../../rulebook/lazyLanguages.js';
import type { Rule } from '../../rulebook/Rule.js';
import type { Rulebook } from '../../rulebook/Rulebook.js';
import type { SignalDefinition } from '../../rulebook/SignalDefinition.js';
import type { Pack } from './Pack.js';
import type { SourceOf } from './readPack.js';

/** Rules, ways of links and references with those of a pack; its words are left to `withWords`. */
export function withRules(rulebook: Rulebook, { rules, linkRoles, references }: Pack): Rulebook {
  return {
    ...rulebook,
    rules: mergedRules(rulebook.rules, rules),
    linkRoles: {
      tags: [...linkRoles.tags, ...rulebook.linkRoles.tags],
      parts: [...linkRoles.parts, ...rulebook.linkRoles.parts],
      unreadMailboxes: [...linkRoles.unreadMailboxes, ...rulebook.linkRoles.unreadMailboxes],
    },
    references: { ...rulebook.references, ...references },
  };
}

function mergedRules(ours: readonly Rule[], theirs: readonly Rule[]): readonly Rule[] {
  const byId = new Map([...ours, ...theirs].map((rule) => [rule.id, rule]));
  return [...byId.values()];
}

/** A rulebook with more words. A language is compiled again when it is first asked for, since that takes long. */
export function withWords(
  rulebook: Rulebook,
  words: ReadonlyMap<string, readonly SignalDefinition[]>,
  sourceOf: SourceOf,
): Rulebook {
  const languageOf = (tag: string): Language | undefined => {
    const ours = rulebook.languages[tag];
    const added = words.get(tag) ?? [];
    return ours && added.length > 0 ? extendLanguage(ours, sourceOf(tag), added) : ours;
  };
  return { ...rulebook, languages: lazyLanguages(Object.keys(rulebook.languages), languageOf) };
}
