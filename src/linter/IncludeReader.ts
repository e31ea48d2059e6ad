import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { IncludeAnswer, IncludeRequest } from '../formats/includes/IncludeResolver.js';
import type { IncludeRules } from '../rulebook/IncludeRules.js';
import { isInside } from './isInside.js';
import type { RunProblem } from './LintReport.js';
import { decodeMail, notUtf8 } from './readMailFile.js';

/** No part of a mail is longer. */
const mostBytes = 1_000_000;
/** How many folders above a mail are searched for a part that is named without its path. */
const mostFoldersUp = 8;

/**
 * Reads the files that mails include, each once. Only what stands in the project is read, whatever paths and links say,
 * and nothing that is hidden: settings, keys, what version control keeps.
 */
export class IncludeReader {
  readonly #cwd: string;
  readonly #root: string;
  readonly #rules: IncludeRules;
  readonly #files = new Map<string, IncludeAnswer>();
  readonly #folders = new Map<string, ReadonlySet<string>>();
  readonly #problems: RunProblem[] = [];

  /** @param cwd absolute path of the working folder. */
  constructor(cwd: string, rules: IncludeRules) {
    // An editor may hold a mail of a folder that is not on this disk; then nothing is found beside it.
    this.#cwd = existsSync(cwd) ? realpathSync(cwd) : cwd;
    this.#root = projectAround(this.#cwd);
    this.#rules = rules;
  }

  /** What was wrong with files that were read for the first time since this was last asked. */
  takeProblems(): readonly RunProblem[] {
    return this.#problems.splice(0);
  }

  /** Finds and reads what a tag asks for. */
  readonly resolve = (request: IncludeRequest): IncludeAnswer => {
    const from = resolve(this.#cwd, request.from);
    return request.kind === 'path' || /^\.\.?\//.test(request.target)
      ? this.#byPath(request.target, from, request.kind === 'name')
      : this.#byName(request.target, from);
  };

  #byPath(target: string, from: string, mayLackEnding: boolean): IncludeAnswer {
    if (isAbsolute(target) || /^[a-z]:|^\\|^[a-z]+:\/\//i.test(target) || target.includes('\0')) {
      return refusal(`“${target}” is no path from the folder that this file is in. Write it as one.`);
    }
    const path = join(dirname(from), ...target.split('/'));
    if (!isInside(path, this.#root)) return outside(target);
    const names = mayLackEnding ? this.#spellings(path, from) : [path];
    const found = names.find((name) => this.#has(name));
    return found === undefined ? { kind: 'missing' } : this.#read(found, target);
  }

  /** Beside the file, in the folders above it, and in those of them that usually hold parts. */
  #byName(target: string, from: string): IncludeAnswer {
    const name = target.replace(/^\/+/, '');
    if (name.split('/').includes('..')) return { kind: 'missing' };
    let folder = dirname(from);
    for (let level = 0; level <= mostFoldersUp && isInside(folder, this.#root); level++) {
      for (const within of ['', ...this.#rules.folders]) {
        const path = join(folder, within, name);
        const found = this.#spellings(path, from).find((spelling) => spelling !== from && this.#has(spelling));
        if (found !== undefined) return this.#read(found, target);
      }
      if (folder === this.#root) break;
      folder = dirname(folder);
    }
    return { kind: 'missing' };
  }

  /** A name as it stands, and with the endings that a tag may leave out: first that of the file around. */
  #spellings(path: string, from: string): readonly string[] {
    const endings = [from.slice(from.lastIndexOf('.') + 1), ...this.#rules.endings];
    return [path, ...endings.map((ending) => `${path}.${ending}`)];
  }

  /** Each folder is looked into once, so that a search through many costs little. */
  #has(path: string): boolean {
    const folder = dirname(path);
    let names = this.#folders.get(folder);
    if (names === undefined) {
      names = new Set(filesIn(folder));
      this.#folders.set(folder, names);
    }
    return names.has(path.slice(folder.length + (folder.endsWith(sep) ? 0 : 1)));
  }

  #read(path: string, target: string): IncludeAnswer {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const answer = this.#readNew(path, target);
    this.#files.set(path, answer);
    return answer;
  }

  #readNew(path: string, target: string): IncludeAnswer {
    const real = existsSync(path) ? realpathSync(path) : undefined;
    if (real === undefined) return { kind: 'missing' };
    if (!isInside(real, this.#root)) return outside(target);
    if (
      relative(this.#root, real)
        .split(sep)
        .some((name) => name.startsWith('.'))
    ) {
      return refusal(`“${target}” is hidden, or stands in a folder that is. Hidden files are not read.`);
    }
    const shown = relative(this.#cwd, real).split(sep).join('/');
    const stats = statSync(real);
    if (!stats.isFile()) return { kind: 'missing' };
    if (stats.size > mostBytes) {
      return this.#unreadable(
        shown,
        `This is longer than ${mostBytes.toLocaleString('en')} bytes, and is not included.`,
      );
    }
    const bytes = bytesOf(real);
    if (bytes === undefined) {
      return this.#unreadable(shown, 'This file cannot be read. Check that you may read it.');
    }
    const text = decodeMail(bytes, undefined);
    if (text !== undefined) return { kind: 'text', path: shown, text };
    const { message, line } = notUtf8(bytes);
    return this.#unreadable(shown, message, line);
  }

  #unreadable(path: string, message: string, line?: number): IncludeAnswer {
    this.#problems.push({ path, message, ...(line !== undefined && { line }) });
    return { kind: 'unreadable' };
  }
}

function outside(target: string): IncludeAnswer {
  return refusal(`“${target}” leads out of the project, and is not read. Move the file into the project.`);
}

function refusal(why: string): IncludeAnswer {
  return { kind: 'refused', why };
}

/** The repository that the working folder is in, or that folder itself. */
function projectAround(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return cwd;
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
