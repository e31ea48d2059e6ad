import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settingsFileNames } from '../config/settingsFileNames.js';
import { CommandError } from './CommandError.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import type { Services } from './Services.js';
import type { Terminal } from './Terminal.js';

/**
 * `tactful init`: looks at the mails of the working folder and writes a first settings file for them.
 *
 * @throws CommandError when the folder has settings already, or the file cannot be written.
 */
export async function init({ cwd, write }: Terminal, services: Pick<Services, 'firstSettings'>): Promise<ExitCode> {
  const [name] = settingsFileNames;
  for (const known of settingsFileNames) if (await textOf(cwd, known)) throw new CommandError(isThere(known));
  if ((await textOf(cwd, 'package.json'))?.includes('"tactful":')) {
    write('package.json names “tactful”; where it holds settings, those of tactful.config.yml count instead.\n');
  }
  const { text, mails } = await services.firstSettings(cwd);
  try {
    await writeFile(join(cwd, name), text, { flag: 'wx' });
  } catch {
    throw new CommandError(
      `“${name}” could not be written. Check that it is not there yet and that the folder may be written to.`,
    );
  }
  write(
    `${name} is written, after a look at ${mails} mail${mails === 1 ? '' : 's'}. Read it, and change what is not so.\n`,
  );
  return exitCodes.clean;
}

function isThere(name: string): string {
  return `“${name}” is there already and stays as it is. Change it, or remove it first.`;
}

async function textOf(cwd: string, name: string): Promise<string | undefined> {
  return readFile(join(cwd, name), 'utf8').then(
    (text) => text || ' ',
    () => undefined,
  );
}
