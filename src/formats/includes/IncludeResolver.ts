/** What a template asks for by an include. */
export interface IncludeRequest {
  /** The path or name as it stands in the tag. */
  readonly target: string;
  /** The file that the tag is in: relative to the working folder, with forward slashes. */
  readonly from: string;
  /** Whether the target counts from the file's folder, or is a name that a template engine looks for where it is set up to. */
  readonly kind: 'path' | 'name';
}

export type IncludeAnswer =
  | {
      readonly kind: 'text';
      /** Relative to the working folder, with forward slashes; the same for the same file, however it is named. */
      readonly path: string;
      readonly text: string;
    }
  | { readonly kind: 'missing' }
  /** The target is none that may be read. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The file is there, but is no text; whoever reads it has told so. */
  | { readonly kind: 'unreadable' };

/** Gives the text of a file that a template includes. Must not throw, and must give the same answer each time. */
export type IncludeResolver = (request: IncludeRequest) => IncludeAnswer;
