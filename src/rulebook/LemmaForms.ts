/** The forms of a word that a pattern means by naming its lemma. */
export interface LemmaForms {
  /** Where the language finds forms by stemming: the stem that they share; `forms` is empty then. */
  readonly stem?: string;
  readonly forms: readonly string[];
  /** Finite form and particle of a separable verb: `schaltet`, `ab`. */
  readonly separable: readonly (readonly [finite: string, particle: string])[];
}
