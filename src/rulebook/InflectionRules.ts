/** How the forms of a word are found from its lemma. */
export type InflectionRules = StemInflection | EndingInflection;

/** All forms share a stem that is taken when the text is read; nothing is generated. */
export interface StemInflection {
  readonly method: 'stem';
}

/** All forms are generated when the patterns are compiled. The lists hold what to put behind or before a stem. */
export interface EndingInflection {
  readonly method: 'endings';
  /** Words without forms. */
  readonly invariable: readonly string[];
  /** Forms that no rule makes, by lemma. */
  readonly irregular: Readonly<Record<string, readonly string[]>>;
  readonly nouns: NounRules;
  readonly adjectives: AdjectiveRules;
  readonly verbs: VerbRules;
}

export interface NounRules {
  readonly endings: readonly string[];
  /** Vowel and what the plural may make of it. */
  readonly umlauts: Readonly<Record<string, string>>;
  readonly umlautEndings: readonly string[];
  /** Ending of the lemma → what may stand instead of it. */
  readonly replacedEndings: Readonly<Record<string, readonly string[]>>;
}

export interface AdjectiveRules {
  readonly endings: readonly string[];
  /** Endings of the stem whose `e` may fall out before an ending. */
  readonly elidedStems: readonly string[];
}

export interface VerbRules {
  readonly infinitiveEndings: readonly string[];
  /** What a word that is in no table must end in to be conjugated; longest first. */
  readonly regularInfinitives: readonly string[];
  readonly regularEndings: readonly string[];
  /** Stems that put the link between themselves and an ending without a vowel. */
  readonly linkedStems: readonly string[];
  readonly link: string;
  readonly participlePrefix: string;
  readonly participleEnding: string;
  readonly presentParticipleEnding: string;
  /** Infinitives whose participle has no prefix. */
  readonly unprefixedInfinitives: readonly string[];
  readonly infinitiveMarker: string;
  readonly nominalEnding: string;
  /** Particles that part from the verb. */
  readonly separable: readonly string[];
  /** Those among them that part or not by meaning. */
  readonly either: readonly string[];
  /** Prefixes that never part. */
  readonly inseparable: readonly string[];
  /** Prefixes that a table may say to part, but that hardly do, and that are frequent words of their own. */
  readonly rarelySeparable: readonly string[];
}
