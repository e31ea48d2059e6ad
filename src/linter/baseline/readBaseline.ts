import { lstat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readInside } from '../../config/readInside.js';
import type { RunProblem } from '../LintReport.js';
import { type Baseline, baselineFileName } from './Baseline.js';

export interface ReadBaseline {
  /** Absent where there is none. */
  readonly baseline?: Baseline;
  readonly problems: readonly RunProblem[];
}

/** A baseline is written by the linter, and a project may have many findings; nothing longer is read. */
const mostBytes = 50_000_000;

/**
 * Reads the baseline of a project.
 *
 * @param cwd absolute path of the working folder.
 * @param chosen the file, if the caller names one; else it is looked for in the working folder and above it, up to the root
 * of the Git repository.
 */
export async function readBaseline(cwd: string, chosen: string | undefined): Promise<ReadBaseline> {
  const file = chosen === undefined ? await findBaseline(cwd) : resolve(cwd, chosen);
  if (file === undefined) return { problems: [] };
  const path = relative(cwd, file).split(sep).join('/');
  const read = await readInside(file, dirname(file), mostBytes);
  switch (read.type) {
    case 'missing':
    case 'folder':
      return problemAt(path, 'There is no such baseline. “tactful baseline” writes one.');
    case 'refused':
      return problemAt(path, read.why);
    case 'text':
      return parsed(read.text, path, (mail) =>
        relative(cwd, resolve(dirname(file), mail))
          .split(sep)
          .join('/'),
      );
  }
}

/** The nearest baseline in the working folder or above it; nothing above the repository's root is looked at. */
export async function findBaseline(cwd: string): Promise<string | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, baselineFileName);
    if (await isThere(file)) return (await isInRepository(folder, cwd)) ? file : undefined;
    if (dirname(folder) === folder || (await isThere(join(folder, '.git')))) return undefined;
  }
}

async function isInRepository(folder: string, cwd: string): Promise<boolean> {
  for (let current = folder; ; current = dirname(current)) {
    if (folder === cwd || (await isThere(join(current, '.git')))) return true;
    if (dirname(current) === current) return false;
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** @param fromHere the path from the working folder of a mail that the baseline names. */
async function parsed(text: string, path: string, fromHere: (mail: string) => string): Promise<ReadBaseline> {
  const { baselineFile } = await import('./baselineFile.js');
  const result = baselineFile.safeParse(dataOf(text));
  if (!result.success) {
    const message = 'This is no baseline. Write it anew with “tactful baseline”, or restore it as it was.';
    return problemAt(path, message);
  }
  const mails = Object.entries(result.data.mails).map(([mail, rules]): [string, ReadonlyMap<string, Set<string>>] => [
    fromHere(mail),
    new Map(Object.entries(rules).map(([rule, fingerprints]) => [rule, new Set(fingerprints)])),
  ]);
  return { baseline: { path, mails: new Map(mails) }, problems: [] };
}

function dataOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemAt(path: string, message: string): ReadBaseline {
  return { problems: [{ path, message }] };
}
