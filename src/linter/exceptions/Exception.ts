import type { Finding } from '../../checks/Finding.js';
import type { SourceRange } from '../../mail/SourceRange.js';

/** What somebody has decided to let pass, and why. */
export interface Exception {
  readonly rule: string;
  readonly reason: string;
  /** Where it is written: in the mail itself, or in `tactful-exceptions.yml`. */
  readonly origin: 'mail' | 'file';
  readonly place: ExceptionPlace;
  readonly covers: ExceptionCover;
  /** Who has granted it. */
  readonly by?: string;
  /** ISO date of the last day on which it holds. */
  readonly until?: string;
}

export interface ExceptionPlace {
  /** Relative to the working folder, with forward slashes. */
  readonly path: string;
  /** Both 1-based. */
  readonly line: number;
  readonly column: number;
}

/** Findings that begin in a range of the mail, or the one with a fingerprint (in one file, where a path is given). */
export type ExceptionCover =
  | { readonly type: 'range'; readonly range: SourceRange }
  | { readonly type: 'fingerprint'; readonly fingerprint: string; readonly path?: string };

/** A finding that an exception lets pass. */
export interface ExceptedFinding {
  readonly finding: Finding;
  readonly exception: GrantedException;
}

/** What reports tell of an exception. */
export type GrantedException = Omit<Exception, 'rule' | 'covers'>;
