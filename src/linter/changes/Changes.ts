import type { SourceRange } from '../../mail/SourceRange.js';

/** What has changed in the files of a repository. */
export interface Changes {
  /** By path relative to the working folder, with forward slashes. */
  readonly files: ReadonlyMap<string, ChangedLines>;
}

/** The lines that are new or changed (1-based, end exclusive, cut at line feeds), in order; or the whole file. */
export type ChangedLines = readonly SourceRange[] | 'all';
