import type { RunProblem } from '../../linter/LintReport.js';

/**
 * Where a problem stands, for formats in which every entry needs a file and a line: the working folder and the first line
 * where the problem has none.
 *
 * @example problemPlace({ path: 'a.md', message: 'No YAML.' }) // { path: 'a.md', line: 1, column: 1 }
 */
export function problemPlace({ path = '.', line = 1, column = 1 }: RunProblem): {
  readonly path: string;
  readonly line: number;
  readonly column: number;
} {
  return { path, line, column };
}
