import type { LanguageRules } from '../reading/LanguageRules.js';
import type { ScorerModelFile } from '../reading/scorer/ScorerModel.js';
import type { CompiledVocabulary } from './SignalAutomaton.js';

/** Everything that the linter knows of one language. */
export interface Language extends LanguageRules {
  /** `en`, `de`. */
  readonly tag: string;
  readonly vocabulary: CompiledVocabulary;
  /** Absent for a language that has not been trained. */
  readonly scorer?: ScorerModelFile;
}
