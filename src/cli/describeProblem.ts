import type { RunProblem } from '../linter/LintReport.js';
import { oneLine, printable } from '../reporters/shared/printable.js';

/**
 * A problem as one line for standard error.
 *
 * @example describeProblem({ path: 'a.md', line: 3, message: 'No YAML.' }) // 'a.md:3: No YAML.'
 */
export function describeProblem({ path, line, column, message, level }: RunProblem): string {
  const place = [path === undefined ? undefined : printable(path), line, column].filter((part) => part !== undefined);
  const text = level === undefined ? oneLine(message) : `${level}: ${oneLine(message)}`;
  return place.length === 0 ? text : `${place.join(':')}: ${text}`;
}
