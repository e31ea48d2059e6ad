import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder, runCommand, runProgram } from './runCommand.js';

const built = fileURLToPath(new URL('../../dist', import.meta.url));
const bin = fileURLToPath(new URL('../../bin', import.meta.url));

describe('starting the command', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tactful-start-'));
    cpSync(bin, join(folder, 'bin'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const start = (args: readonly string[]) =>
    runProgram(join(folder, 'bin', 'tactful.js'), args, { cwd: projectFolder });
  const cache = () => join(folder, 'dist', 'command.cache');

  it('says what to do where nothing is built', async () => {
    expect(await start(['docs/examples'])).toEqual({
      exitCode: 2,
      output: '',
      errors: expect.stringContaining('npm run build'),
    });
  });

  it.each([
    ['without its code cache', () => rmSync(cache())],
    ['with a code cache that is cut off', () => truncateSync(cache(), 5000)],
    ['with a code cache that is none', () => writeFileSync(cache(), 'not compiled by any Node')],
  ])('works %s', async (_, spoil) => {
    cpSync(built, join(folder, 'dist'), { recursive: true });
    spoil();
    expect(await start(['docs/examples'])).toEqual(await runCommand(['docs/examples']));
  });
});
