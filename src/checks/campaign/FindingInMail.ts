import type { Finding } from '../Finding.js';

/** A finding and the mail that it is in. */
export interface FindingInMail {
  /** Relative to the working folder, with forward slashes. */
  readonly path: string;
  readonly finding: Finding;
}
