import type { SentenceRules } from './SentenceRules.js';

/** The rules of a language in a form that is quick to ask. */
export interface Lookup {
  readonly opening: string;
  readonly closing: string;
  readonly nounsCapitalized: boolean;
  readonly abbreviations: ReadonlySet<string>;
  readonly closingAbbreviations: ReadonlySet<string>;
  readonly beforeNumber: ReadonlySet<string>;
  readonly abbreviationEndings: readonly string[];
  readonly afterOrdinal: ReadonlySet<string>;
  readonly beforeOrdinal: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
  readonly unfinished: ReadonlySet<string>;
}

const known = new WeakMap<SentenceRules, Lookup>();

/** The rules as sets; made once for each language. */
export function lookupOf(rules: SentenceRules): Lookup {
  const lookup = known.get(rules) ?? {
    opening: `([{${rules.quotes.opening}`,
    closing: `)]}${rules.quotes.closing}`,
    nounsCapitalized: rules.nounsCapitalized,
    abbreviations: new Set(rules.abbreviations),
    closingAbbreviations: new Set(rules.closingAbbreviations),
    beforeNumber: new Set(rules.beforeNumber),
    abbreviationEndings: rules.abbreviationEndings,
    afterOrdinal: new Set(rules.afterOrdinal),
    beforeOrdinal: new Set(rules.beforeOrdinal),
    starters: new Set(rules.starters),
    unfinished: new Set(rules.unfinished),
  };
  known.set(rules, lookup);
  return lookup;
}
