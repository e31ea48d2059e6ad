/** What must be known of a language to find the ends of its sentences. Abbreviations stand without their last stop. */
export interface SentenceRules {
  readonly quotes: { readonly opening: string; readonly closing: string };
  /** Whether a capital says nothing about the beginning of a sentence. */
  readonly nounsCapitalized: boolean;
  /** A full stop after one of these never ends a sentence. */
  readonly abbreviations: readonly string[];
  /** After one of these the sentence ends if the next word begins like one. */
  readonly closingAbbreviations: readonly string[];
  /** Words that are abbreviations only before a number. */
  readonly beforeNumber: readonly string[];
  /** Endings that make an abbreviation of any longer word. */
  readonly abbreviationEndings: readonly string[];
  /** Words before which a number or a closing abbreviation goes on. */
  readonly afterOrdinal: readonly string[];
  /** Words behind which a number with a full stop is an ordinal, unless a sentence begins after it; in lower case. */
  readonly beforeOrdinal: readonly string[];
  /** Words that often come first in a sentence, in lower case. */
  readonly starters: readonly string[];
  /** Words that no line ends with when a sentence ends there, in lower case. */
  readonly unfinished: readonly string[];
}
