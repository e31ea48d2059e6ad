/** Weights of letter groups by which languages are told apart. */
export interface LanguageModel {
  /** Tags; the last one stands for all other languages, and its weights are zero. */
  readonly languages: readonly string[];
  /** One to four symbols each; `languageSymbols` says what they stand for. */
  readonly groups: readonly string[];
  /** For each language but the last, the weight of every group, in steps of `step`. */
  readonly weights: readonly (readonly number[])[];
  readonly biases: readonly number[];
  readonly step: number;
  /** How sure a language must be to count as recognised. */
  readonly threshold: number;
}
