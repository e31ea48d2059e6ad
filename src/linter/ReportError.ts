/** A report that cannot be read or merged; the message says which, what is wrong with it and what to do. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}
