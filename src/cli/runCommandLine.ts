import { CommanderError } from 'commander';
import { CacheError } from '../linter/cache/CacheError.js';
import { oneLine, printableLines } from '../reporters/shared/printable.js';
import { withoutLogCommands } from '../reporters/shared/withoutLogCommands.js';
import { CommandError } from './CommandError.js';
import { createProgram } from './createProgram.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import type { Services } from './Services.js';
import type { Terminal } from './Terminal.js';

/**
 * Runs one command. Never throws: what goes wrong is said on standard error, in a line or two.
 *
 * @param args What the user typed after the name of the program.
 * @returns The exit code for the process.
 * @example process.exitCode = await runCommandLine(['mails'], processTerminal(), services);
 */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  services: Services,
): Promise<ExitCode> {
  const safe: Terminal = {
    ...terminal,
    writeError: (text) => terminal.writeError(withoutLogCommands(printableLines(text))),
  };
  let exitCode: ExitCode = exitCodes.clean;
  const program = createProgram(safe, services, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, safe);
  }
}

function exitCodeOf(error: unknown, terminal: Terminal): ExitCode {
  // Commander has said itself what is wrong, or has printed the help or version that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.failed;
  const message = error instanceof Error ? error.message : String(error);
  const isExpected = error instanceof CommandError || error instanceof CacheError;
  terminal.writeError(`tactful: ${isExpected ? '' : 'something unexpected went wrong: '}${oneLine(message)}\n`);
  return exitCodes.failed;
}
