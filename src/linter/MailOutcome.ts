import type { MailDigest } from '../checks/campaign/MailDigest.js';
import type { IncludeRequest } from '../formats/includes/IncludeResolver.js';
import type { NoteExceptions } from './exceptions/noteExceptions.js';
import type { FileReport, RunProblem } from './LintReport.js';

/** What came of linting one mail: plain data, which can be kept and sent to another thread. */
export interface MailOutcome {
  readonly report: FileReport;
  /** One for each file that the mail includes, whether there are findings in it or not. */
  readonly included: readonly FileReport[];
  /** What the mail asks to be let pass. */
  readonly notes: NoteExceptions;
  /** What in the mail could not be read. */
  readonly problems: readonly RunProblem[];
  /** For rules about several mails; only where the mail belongs to others. */
  readonly digest?: MailDigest;
  /** What the mail asked for to be included, in this order, and what it got. */
  readonly asked: readonly AskedInclude[];
}

export interface AskedInclude {
  readonly request: IncludeRequest;
  /** A hash of the answer: another for every text, and for every reason why there is none. Empty where no cache asks. */
  readonly answer: string;
}
