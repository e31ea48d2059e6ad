import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { oneLine } from '../reporters/shared/printable.js';
import { CommandError } from './CommandError.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import type { Terminal } from './Terminal.js';
import { version } from './version.js';

/**
 * `tactful evidence verify <file>`: holds a record that `--evidence` has written against the files that are there now.
 *
 * @returns 1 where something does not fit.
 * @throws CommandError when the file is no such record.
 */
export async function verify(file: string, { cwd, write }: Terminal): Promise<ExitCode> {
  const text = await readFile(resolve(cwd, file), 'utf8').catch(() => {
    throw new CommandError(`“${file}” cannot be read. Name a file that --evidence has written.`);
  });
  const { verifyEvidence } = await import('../evidence/verifyEvidence.js');
  const result = await verifyEvidence(text, cwd, version);
  if (!result) throw new CommandError(`“${file}” is no record that --evidence has written.`);
  const { inputs, mismatches } = result;
  for (const mismatch of mismatches) write(`${oneLine(mismatch)}\n`);
  if (mismatches.length > 0) return exitCodes.findings;
  write(`The record is whole, and all ${inputs} files are as they were.\n`);
  return exitCodes.clean;
}
