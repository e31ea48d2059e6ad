import type { Suggestion, SuggestionCondition } from '../rulebook/Suggestion.js';
import type { SuggestionContext } from './SuggestionContext.js';

/** More better wordings than these are a list that nobody reads. */
const most = 3;

/** Longer words of a passage, or such as run over lines, are not put into a sentence of ours. */
const longestFill = 40;

/** A wording that takes over the passage's own words can be used as it stands, more than any other. */
const worthOfOwnWords = 3;

/**
 * Chooses the better wordings that fit a passage, those written for most of what it holds first, and fills in the
 * passage's own words.
 *
 * @returns at most three.
 * @example chooseSuggestions([{ text: 'Please answer {answer-day}.' }], context) // ['Please answer by 1 June.']
 */
export function chooseSuggestions(suggestions: readonly Suggestion[], context: SuggestionContext): readonly string[] {
  const fitting = suggestions.flatMap(({ text, when = {} }) => {
    const filled = fill(text, context.words);
    return filled !== undefined && fits(when, context)
      ? [{ text: filled, weight: weightOf(when, context) + (filled === text ? 0 : worthOfOwnWords) }]
      : [];
  });
  const chosen = fitting.sort((a, b) => b.weight - a.weight).map(({ text }) => text);
  return [...new Set(chosen)].slice(0, most);
}

/** A mail that does not show how it speaks to its reader is spoken of formally. */
function fits({ signals = [], address, mails }: SuggestionCondition, context: SuggestionContext): boolean {
  if (!signals.every((signal) => context.signals.has(signal))) return false;
  if (mails !== undefined && !context.types.some((type) => mails.includes(type))) return false;
  return address === undefined || address === (context.address ?? 'formal');
}

/** How much of what the passage holds the wording was written for. The form of address alone makes none better. */
function weightOf({ signals = [], mails }: SuggestionCondition, { types }: SuggestionContext): number {
  return 2 * signals.length + (mails?.some((type) => types.includes(type)) ? 1 : 0);
}

/** The text with the passage's words for its slots; undefined where there are none that can be put there. */
function fill(text: string, words: ReadonlyMap<string, string>): string | undefined {
  const slots = [...text.matchAll(/\{([a-z-]+)\}/gu)].map(([, name]) => name ?? '');
  if (!slots.every((name) => isUsable(words.get(name)))) return undefined;
  return text.replaceAll(/\{([a-z-]+)\}/gu, (_, name: string) => withSmallInitial(words.get(name) ?? ''));
}

function isUsable(words: string | undefined): boolean {
  return words !== undefined && words.length <= longestFill && !/[\n\r]/u.test(words);
}

/** Slots stand within a sentence, the passage's words may have begun one. */
function withSmallInitial(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
