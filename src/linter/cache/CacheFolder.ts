import { createHash, randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  futimesSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { runGit } from '../changes/runGit.js';
import { isInside } from '../isInside.js';
import { CacheError } from './CacheError.js';
import type { EntryStore } from './EntryStore.js';

const day = 86_400_000;
/** Entries that no run has used for so long are deleted. */
const longestUnused = 30 * day;
const mostBytes = 5_000_000;
const entryName = /^[0-9a-f]{32}(?:-[0-9a-f-]{36}\.part)?$/u;
const stampName = 'pruned';

/** Without following links, and without waiting for a writer where there is a pipe. */
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * A folder with one small file for each mail: a line with the key under which it was kept, and the entry. Each is written
 * under another name first, so that nobody ever reads half of one, and runs side by side may share the folder.
 */
export class CacheFolder implements EntryStore {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /**
   * @param location of the folder, absolute or relative to the working folder; where none is given,
   * `node_modules/.cache/tactful`, or `.tactfulcache` where there is no `node_modules`.
   * @throws CacheError when it leads out of the working folder through a link, is under version control, or cannot be
   * written to.
   */
  static async open(cwd: string, location?: string): Promise<CacheFolder> {
    const path = resolve(cwd, location ?? defaultLocation(cwd));
    if (isInside(path, cwd) && !isInside(await realParent(path), await realpath(cwd))) {
      throw new CacheError(
        `“${path}” leads out of the working folder through a link. Choose another --cache-location.`,
      );
    }
    try {
      mkdirSync(path, { recursive: true });
      accessSync(path, constants.W_OK);
    } catch {
      throw new CacheError(`The folder “${path}” cannot be written to. Choose another --cache-location.`);
    }
    // Whoever may propose a change could bring along what their mails are said to hold.
    if (await isTracked(path)) {
      throw new CacheError(
        `The folder “${path}” is under version control. Take it out, or choose another --cache-location.`,
      );
    }
    keepOutOfGit(path);
    return new CacheFolder(path);
  }

  /** @returns what was kept last under this name, if that was done under this key. */
  recall(name: string, key: string): string | undefined {
    try {
      const file = openSync(this.#fileFor(name), readFlags);
      try {
        const stats = fstatSync(file);
        if (!stats.isFile() || stats.size > mostBytes) return undefined;
        const text = readFileSync(file, 'utf8');
        if (!text.startsWith(`${key}\n`)) return undefined;
        if (Date.now() - stats.mtimeMs > day) markUsed(file);
        return text.slice(key.length + 1);
      } finally {
        closeSync(file);
      }
    } catch {
      return undefined;
    }
  }

  /** Keeps an entry instead of the last one of this name. Where that fails, the next run has to do without. */
  keep(name: string, key: string, entry: string): void {
    const file = this.#fileFor(name);
    const part = `${file}-${randomUUID()}.part`;
    try {
      writeFileSync(part, `${key}\n${entry}`, { flag: 'wx' });
      renameSync(part, file);
    } catch {
      rmSync(part, { force: true });
    }
  }

  /** Deletes what no run has used for a month. Looks for it once a day at most. */
  prune(): void {
    const now = Date.now();
    const stamp = join(this.#path, stampName);
    try {
      if (now - (statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0) < day) return;
      for (const name of readdirSync(this.#path)) {
        const file = join(this.#path, name);
        if (entryName.test(name) && now - lstatSync(file).mtimeMs > longestUnused) rmSync(file, { force: true });
      }
      rmSync(stamp, { force: true });
      writeFileSync(stamp, '', { flag: 'wx' });
      utimesSync(stamp, new Date(now), new Date(now));
    } catch {
      // Another run may be at it.
    }
  }

  #fileFor(name: string): string {
    return join(this.#path, createHash('sha256').update(name).digest('hex').slice(0, 32));
  }
}

/** Where there is no Git, nobody has committed anything. */
async function isTracked(folder: string): Promise<boolean> {
  const files = await runGit(['ls-files', '--', '.'], folder).catch(() => '');
  return files !== '';
}

/** What a cache holds is not to be committed. A file that is there, or a link, is left alone. */
function keepOutOfGit(folder: string): void {
  try {
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch {
    // It is there already.
  }
}

function markUsed(file: number): void {
  try {
    futimesSync(file, new Date(), new Date());
  } catch {
    // The entry of somebody else can be read, if not touched.
  }
}

function defaultLocation(cwd: string): string {
  const modules = lstatSync(join(cwd, 'node_modules'), { throwIfNoEntry: false });
  return modules?.isDirectory() ? join('node_modules', '.cache', 'tactful') : '.tactfulcache';
}

/** The real path of the nearest folder on the way that is there. */
async function realParent(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined || dirname(path) === path) return real ?? path;
  // A link to nowhere would be followed when the folder is made.
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return dirname(resolve('/'));
  return realParent(dirname(path));
}
