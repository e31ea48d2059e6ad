import type { CalendarWords } from './calendar/CalendarWords.js';
import type { SentenceRules } from './SentenceRules.js';
import type { Stemming } from './stemmerOf.js';
import type { TokenRules } from './tokenize.js';

/** What the reading of a text must know of its language. */
export interface LanguageRules {
  /** The language's name by the language it is said in. */
  readonly name: Readonly<Record<string, string>>;
  readonly tokens: TokenRules;
  readonly sentences: SentenceRules;
  /** Absent where all forms are generated instead. */
  readonly stemming?: Stemming;
  /** Words that may follow the particle of a verb that parts, since they begin another clause. */
  readonly afterParticle?: readonly string[];
  /** How days and spans of time are named; without it no date is understood. */
  readonly calendar?: CalendarWords;
}
