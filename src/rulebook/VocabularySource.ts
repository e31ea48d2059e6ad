import type { InflectionRules } from './InflectionRules.js';
import type { SignalDefinition } from './SignalDefinition.js';

/** What the vocabulary of a language is compiled from. */
export interface VocabularySource {
  readonly signals: readonly SignalDefinition[];
  readonly inflection: InflectionRules;
}
