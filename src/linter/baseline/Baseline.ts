/** The findings that were there when a project began to use Tactful, or that it has got used to since. */
export interface Baseline {
  /** Of its file, relative to the working folder, with forward slashes. */
  readonly path: string;
  /** By mail, relative to the working folder. */
  readonly mails: BaselineMails;
}

/** Fingerprints by mail and rule. */
export type BaselineMails = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** A finding that a baseline knows and nobody finds any more. */
export interface StaleEntry {
  readonly mail: string;
  readonly rule: string;
  readonly fingerprint: string;
}

/** The name of the file unless another is chosen. */
export const baselineFileName = 'tactful-baseline.json';
