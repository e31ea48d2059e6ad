import type { RunProblem } from '../../linter/LintReport.js';

/** What a problem weighs: all that has kept a mail from being linted is an error. */
export function problemLevel({ level }: { readonly level?: RunProblem['level'] | undefined }): 'error' | 'warning' {
  return level ?? 'error';
}
