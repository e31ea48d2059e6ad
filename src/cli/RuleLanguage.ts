import type { LocalText } from '../rulebook/Rule.js';

export const ruleLanguages = ['en', 'de'] as const;
/** A language that rules are explained in. */
export type RuleLanguage = (typeof ruleLanguages)[number];

/** A text in a language, or in English where it is not there in that language. */
export function textIn(language: RuleLanguage, text: LocalText): string {
  return text[language] ?? text.en ?? '';
}
