/** One vocabulary file: the patterns that carry one meaning in one language. */
export interface SignalDefinition {
  readonly signal: string;
  readonly patterns: readonly SignalPattern[];
  /** Patterns whose matches drop overlapping matches of the signal. */
  readonly unless: readonly string[];
  /** The file, for messages about it. */
  readonly path: string;
}

export interface SignalPattern {
  readonly words: readonly string[];
  readonly polarity?: string;
  readonly example?: string;
}
