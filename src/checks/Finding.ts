import type { SourcePosition } from '../mail/SourceLines.js';
import type { SourceRange } from '../mail/SourceRange.js';

export const severities = ['info', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** What a check has found. All texts are in the mail's language. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, in the reader's words. */
  readonly message: string;
  /** Why it matters and what to do. */
  readonly advice: string;
  /** The passage as a reader sees it. */
  readonly text: string;
  readonly range: SourceRange;
  /** Further places that make it a finding: the deadline, the threat. */
  readonly related: readonly RelatedPlace[];
  /** Better wordings. */
  readonly suggestions: readonly string[];
  /** Ids into `rules/references.yml`. */
  readonly references: readonly string[];
  /** What the finding is known by while the mail around it changes; the linter gives it. */
  readonly fingerprint?: string;
  /** What may be put in place of what stands there without anybody's looking at it: it changes no meaning. */
  readonly fix?: Replacement;
}

/** A text to put in place of a range of the source, just as it is. */
export interface Replacement {
  readonly range: SourceRange;
  readonly text: string;
}

export interface RelatedPlace {
  readonly label: string;
  readonly text: string;
  /** In the finding's own file, unless `file` names another. */
  readonly range: SourceRange;
  /** The other mail that the place is in, with the place as people count it. */
  readonly file?: OtherFile;
}

export interface OtherFile {
  /** Relative to the working folder, with forward slashes. */
  readonly path: string;
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}
