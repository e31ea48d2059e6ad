import type { MailType } from '../../mail/Mail.js';
import type { Sentence } from '../../reading/Reading.js';

/** A labelled passage as the training sees it. */
export interface TrainingPassage {
  readonly author: string;
  readonly sentences: readonly Sentence[];
  readonly types: readonly MailType[];
  /** Names of rules, and `says:` with what is conveyed. */
  readonly labels: ReadonlySet<string>;
  /** How much a mistake on it costs, where that is not 1. */
  readonly cost?: number;
  /** Names of outputs that a fair reviewer could decide either way. */
  readonly undecided: ReadonlySet<string>;
}
