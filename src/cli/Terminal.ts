/** What a command knows of the process that it runs in. */
export interface Terminal {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether people see the output as it comes, and not a file or another program. */
  readonly isOutputInteractive: boolean;
  /** Whether people see standard error as it comes. */
  readonly isErrorInteractive?: boolean;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  /** To standard output: the report and nothing else. */
  write(text: string): void;
  /** To standard error: what goes beside the report. */
  writeError(text: string): void;
  /** To standard error, control characters included; never anything that comes from a mail or a name of a file. */
  writeRaw?(text: string): void;
}
