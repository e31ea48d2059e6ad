/**
 * A stretch of a source file. Offsets are UTF-16 code units from the start of the file, end exclusive, as VS Code and
 * SARIF count them.
 */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}
