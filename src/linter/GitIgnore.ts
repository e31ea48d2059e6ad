import { lstat, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

const fileName = '.gitignore';
/** Git compares as the file system does. */
const options = { ignorecase: process.platform !== 'linux' };
/** With more wild cards a pattern could take very long to match a name that was made for it; no honest one has them. */
const maximumStars = 3;

/**
 * What the `.gitignore` files of a folder, of those above it up to the repository's root, and of those below it leave
 * out. Unchanging: going down into a folder gives a new one.
 */
export class GitIgnore {
  /** Leaves out nothing. */
  static readonly none = new GitIgnore([]);

  /** Deepest folder first: its word counts more. */
  readonly #layers: readonly Layer[];

  private constructor(layers: readonly Layer[]) {
    this.#layers = layers;
  }

  /** The rules that hold for what stands in a folder (absolute path), without the folder's own `.gitignore`. */
  static async above(folder: string): Promise<GitIgnore> {
    let rules = GitIgnore.none;
    for (const ancestor of await foldersAbove(folder)) rules = await rules.within(ancestor);
    return rules;
  }

  /** These rules and those of the `.gitignore` in a folder (absolute path), where there is one. */
  async within(folder: string): Promise<GitIgnore> {
    const text = await readRules(join(folder, fileName));
    if (text === undefined) return this;
    const rules = ignore(options).add(text.split('\n').filter(isCheap));
    return new GitIgnore([{ folder, rules }, ...this.#layers]);
  }

  /** Whether a file or folder (absolute path, below all folders that rules were read from) is left out. */
  ignores(path: string, isFolder: boolean): boolean {
    for (const { folder, rules } of this.#layers) {
      const name = relative(folder, path).split(sep).join('/');
      const { ignored, unignored } = rules.test(isFolder ? `${name}/` : name);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

/** The folders above one up to the repository's root, highest first; none outside of a repository. */
async function foldersAbove(folder: string): Promise<readonly string[]> {
  const folders: string[] = [];
  for (let current = folder; ; current = dirname(current)) {
    if (current !== folder) folders.unshift(current);
    if (await exists(join(current, '.git'))) return folders;
    if (dirname(current) === current) return [];
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** As in Git, a `.gitignore` that is a link doesn't count. */
async function readRules(path: string): Promise<string | undefined> {
  const stats = await lstat(path).catch(() => undefined);
  if (!stats?.isFile()) return undefined;
  return readFile(path, 'utf8').catch(() => undefined);
}

function isCheap(pattern: string): boolean {
  const segments = pattern.split('/');
  const isDeep = segments.filter((segment) => segment === '**').length > maximumStars;
  return !isDeep && segments.every((segment) => segment === '**' || segment.split('*').length - 1 <= maximumStars);
}
