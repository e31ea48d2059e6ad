import type { LocalText, Rule } from '../rulebook/Rule.js';
import { chooseSuggestions } from './chooseSuggestions.js';
import { type SuggestionContext, unknownSuggestionContext } from './SuggestionContext.js';

const fallback = 'en';

/** A rule's texts in one language, English where it has none in that. */
export interface FindingTexts {
  readonly message: string;
  readonly advice: string;
  readonly suggestions: readonly string[];
}

/**
 * The texts of a rule for one finding.
 *
 * @param variant which of the rule's messages; `default` where it has no such.
 * @param slots what stands for `{name}` in the message; a slot without a value is left out with its braces.
 * @param context what the passage holds, so that the better wordings fit it.
 * @example findingTexts(rule, 'de', 'dead', { target: '#' })
 */
export function findingTexts(
  rule: Rule,
  language: string | undefined,
  variant: string,
  slots: Readonly<Record<string, string>> = {},
  context: SuggestionContext = unknownSuggestionContext,
): FindingTexts {
  const message = localized(rule.messages[variant] ?? rule.messages.default ?? {}, language);
  return {
    message: filled(message, slots),
    advice: localized(rule.advice, language),
    suggestions: chooseSuggestions(rule.suggestions[language ?? fallback] ?? rule.suggestions[fallback] ?? [], context),
  };
}

/** A text with its `{name}`s replaced; one without a value is left out with its braces. */
export function filled(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([a-z-]+)\}/gu, (_, name: string) => slots[name] ?? '');
}

/** A text in the language asked for, else in English. */
export function localized(text: LocalText, language: string | undefined): string {
  return text[language ?? fallback] ?? text[fallback] ?? '';
}
