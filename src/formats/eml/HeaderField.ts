import type { SourceRange } from '../../mail/SourceRange.js';

/** One field of a header, as it stands in the file. */
export interface HeaderField {
  /** In lower case. */
  readonly name: string;
  /** The place of the value with its folded lines, without white space around it. */
  readonly value: SourceRange;
}
