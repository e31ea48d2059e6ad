import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RunProblem } from '../linter/LintReport.js';

/** Reads a file as UTF-8. A file that cannot be read is an empty text and a problem. */
export async function readTextFile(
  path: string,
  cwd: string,
): Promise<{ text: string; problems: readonly RunProblem[] }> {
  try {
    return { text: await readFile(resolve(cwd, path), 'utf8'), problems: [] };
  } catch {
    return {
      text: '',
      problems: [{ path, message: 'This file cannot be read. Check that it exists and may be read.' }],
    };
  }
}
