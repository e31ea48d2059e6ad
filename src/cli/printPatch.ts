import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { safeReplacements } from '../linter/fix/applyFixes.js';
import { unifiedDiff } from '../linter/fix/unifiedDiff.js';
import type { FileReport, LintReport } from '../linter/LintReport.js';
import { printableLines } from '../reporters/shared/printable.js';
import type { Terminal } from './Terminal.js';

const byteOrderMark = '\uFEFF';

/** Prints what `--fix` would change. On a screen, signs that would act on it are made visible. */
export async function printPatch({ files }: LintReport, terminal: Terminal): Promise<void> {
  const patches = await Promise.all(files.map((file) => patchOf(file, terminal.cwd)));
  const patch = patches.join('');
  terminal.write(terminal.isOutputInteractive ? printableLines(patch) : patch);
}

async function patchOf({ path, source, findings }: FileReport, cwd: string): Promise<string> {
  const replacements = safeReplacements(findings);
  if (replacements.length === 0) return '';
  // Offsets count from behind the byte order mark; a patch has to name the line as it is.
  if (!(await beginsWithMark(resolve(cwd, path)))) return unifiedDiff(path, source, replacements);
  const moved = replacements.map(({ range, text }) => ({
    range: { start: range.start + 1, end: range.end + 1 },
    text,
  }));
  return unifiedDiff(path, byteOrderMark + source, moved);
}

async function beginsWithMark(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return false;
  const { buffer } = await file.read(Buffer.alloc(3), 0, 3, 0);
  await file.close();
  return buffer.equals(Buffer.from(byteOrderMark));
}
