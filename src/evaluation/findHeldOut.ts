import { readFile } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import type { RunProblem } from '../linter/LintReport.js';
import type { LabelledFile } from './LabelledFile.js';
import { type HeldOut, readHeldOut } from './readHeldOut.js';

export interface FoundHeldOut {
  /** Paths of files whose texts must not be shown. */
  readonly paths: ReadonlySet<string>;
  readonly problems: readonly RunProblem[];
}

/** Looks beside every file for a `held-out.yml` that names it (or, for a mail, its labels). */
export async function findHeldOut(files: readonly LabelledFile[], cwd: string): Promise<FoundHeldOut> {
  const lists = new Map<string, HeldOut>();
  for (const folder of new Set(files.map(({ path }) => posix.dirname(path)))) {
    const path = posix.join(folder, 'held-out.yml');
    const source = await readFile(resolve(cwd, path), 'utf8').catch(() => undefined);
    if (source !== undefined) lists.set(folder, readHeldOut(source, path));
  }
  const isNamed = (path: string) => {
    const names = lists.get(posix.dirname(path))?.files;
    return names === 'all' || (names?.has(posix.basename(path)) ?? false);
  };
  const heldOut = files.filter((file) => isNamed(file.path) || (file.kind === 'mail' && isNamed(file.labels)));
  return {
    paths: new Set(heldOut.map(({ path }) => path)),
    problems: [...lists.values()].flatMap(({ problems }) => problems),
  };
}
