import type { RunProblem } from '../linter/LintReport.js';
import type { LabelName, MeasuredFile } from './Measured.js';
import type { Outcome } from './Outcome.js';
import type { Score } from './score.js';
import type { TypeFigures } from './summarizeTypes.js';

/** Everything that `tactful test` tells; the JSON format prints it as it stands. */
export interface TestResult {
  readonly mails: number;
  readonly passages: number;
  /** Labelled mails in a format that cannot be linted. */
  readonly unsupported: readonly string[];
  /** Labels that are not measured because the linter has nothing for them. */
  readonly unmeasured: readonly UnmeasuredLabels[];
  /** On all files but those that are held out. */
  readonly open: Figures;
  /** On the files that are held out; undefined when there are none. */
  readonly heldOut: Figures | undefined;
  /** How well the types of mails are inferred; undefined when rules were asked for or no mail is labelled with one. */
  readonly mailTypes: TypeFigures | undefined;
  readonly files: readonly FileFigures[];
  /** In open files only. */
  readonly misses: readonly Outcome[];
  readonly falseAlarms: readonly Outcome[];
  readonly problems: readonly RunProblem[];
}

export interface UnmeasuredLabels extends LabelName {
  readonly labels: number;
}

export interface Figures extends Scores {
  readonly languages: readonly (Scores & { readonly language: string })[];
}

export interface Scores {
  /** Over all rules together, each label counting once. */
  readonly overall: Score;
  /** Rules that were expected or reported, by id. */
  readonly rules: readonly NamedScore[];
  /** Over all that passages can convey, together. */
  readonly saysOverall: Score;
  readonly says: readonly NamedScore[];
}

export interface NamedScore extends Score {
  readonly name: string;
}

export interface FileFigures extends MeasuredFile, Scores {
  readonly isHeldOut: boolean;
}
