/** A meaning found in a sentence. */
export interface Signal {
  readonly name: string;
  readonly polarity: string | undefined;
  /** Index of its first token in the sentence. */
  readonly start: number;
  /** Index after its last token. */
  readonly end: number;
}
