import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FileReport, RunProblem } from '../LintReport.js';
import { decodeMail } from '../readMailFile.js';
import { applyReplacements, safeReplacements } from './applyFixes.js';

const byteOrderMark = '\uFEFF';

/**
 * Makes the safe replacements in the files of a report, and leaves all else in them as it is, byte for byte.
 *
 * @param cwd absolute path of the working folder.
 * @returns how many replacements were made, and the files that could not be written.
 */
export async function writeFixed(
  files: readonly FileReport[],
  cwd: string,
): Promise<{ readonly count: number; readonly problems: readonly RunProblem[] }> {
  let count = 0;
  const problems: RunProblem[] = [];
  for (const { path, source, findings } of files) {
    const replacements = safeReplacements(findings);
    if (replacements.length === 0) continue;
    const file = resolve(cwd, path);
    try {
      const bytes = await readFile(file);
      const mark = bytes.subarray(0, 3).equals(Buffer.from(byteOrderMark)) ? byteOrderMark : '';
      // Somebody may have changed the file since it was read.
      if (decodeMail(bytes, undefined) !== source) continue;
      await writeFile(file, mark + applyReplacements(source, replacements));
      count += replacements.length;
    } catch {
      problems.push({ path, message: 'This file could not be changed. Check that it may be written to.' });
    }
  }
  return { count, problems };
}
