/** What the command ends with, as other linters do. */
export const exitCodes = {
  /** No finding reaches the severity asked for. */
  clean: 0,
  /** At least one does. */
  findings: 1,
  /** The run could not be done, or not wholly. */
  failed: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
