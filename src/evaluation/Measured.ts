import type { RunProblem } from '../linter/LintReport.js';
import type { Outcome } from './Outcome.js';
import type { InferredType } from './summarizeTypes.js';

/** What measuring some files gave. */
export interface Measured {
  readonly outcomes: readonly Outcome[];
  readonly files: readonly MeasuredFile[];
  /** Every label in `expect` and `says`, whether it is measured or not. */
  readonly labels: readonly LabelName[];
  readonly problems: readonly RunProblem[];
  /** Of mails that are labelled with a type. */
  readonly types: readonly InferredType[];
}

export type LabelName = Pick<Outcome, 'about' | 'name'>;

export interface MeasuredFile {
  readonly kind: 'mail' | 'passages';
  readonly path: string;
  readonly language: string;
  /** How many passages the list holds; 1 for a mail. */
  readonly size: number;
}
