import type { SourceRange } from './SourceRange.js';

/** What a mail asks to be let pass, in a comment or in its front matter. Nobody has checked yet whether it makes sense. */
export interface IgnoreNote {
  /** `next`: the block that follows; `start` and `end`: all between two; `unknown`: a comment for us that says nothing. */
  readonly covers: 'next' | 'start' | 'end' | 'file' | 'unknown';
  /** What the author wrote to say so: `tactful-ignore-next`. */
  readonly name: string;
  /** Ids of rules as written, which may be wrong. */
  readonly rules: readonly string[];
  /** Empty where none is given. */
  readonly reason: string;
  readonly range: SourceRange;
}
