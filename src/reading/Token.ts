export type TokenKind =
  | 'word'
  | 'number'
  | 'ordinal'
  | 'clock'
  | 'numeric-date'
  | 'money-sign'
  | 'percent'
  | 'placeholder'
  | 'address'
  | 'punctuation'
  | 'symbol';

/** The smallest piece of a text that a pattern can ask for. Offsets are UTF-16 code units, end exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** The text as `foldForm` writes it, so that all spellings of a word are one form. */
  readonly form: string;
  /** A number such as `23.59` that is a clock time if a word beside it says so. */
  readonly mayBeClock?: true;
}
