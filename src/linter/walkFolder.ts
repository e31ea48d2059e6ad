import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { GitIgnore } from './GitIgnore.js';
import { isInside } from './isInside.js';

export interface WalkOptions {
  /** The real path of the folder that no link may lead out of. */
  readonly boundary: string;
  /** Whether `.gitignore` files count. */
  readonly ignoreFiles: boolean;
}

export interface Walk {
  /** Absolute paths, in no certain order; a file that links lead to as well is there once, under its own name. */
  readonly files: readonly string[];
  /** Folders that could not be read. */
  readonly unreadable: readonly string[];
}

interface Folder {
  readonly path: string;
  /** The path without links. */
  readonly real: string;
  readonly rules: GitIgnore;
}

interface State {
  /** By real path. */
  readonly files: Map<string, string>;
  readonly visited: Set<string>;
  readonly unreadable: string[];
  readonly folders: Folder[];
  /** Followed only when all else is done, so that a file's own name comes before a link to it. */
  readonly links: { readonly path: string; readonly rules: GitIgnore }[];
}

/**
 * All files in a folder (absolute path) and below it. Hidden entries (`.git` is one) and `node_modules` are passed
 * over; links are followed as long as they stay inside the boundary.
 */
export async function walkFolder(path: string, options: WalkOptions): Promise<Walk> {
  const rules = options.ignoreFiles ? await GitIgnore.above(path) : GitIgnore.none;
  const start: Folder = { path, real: await realpath(path), rules };
  const state: State = { files: new Map(), visited: new Set(), unreadable: [], folders: [start], links: [] };
  for (;;) {
    const folder = state.folders.pop();
    const link = folder === undefined ? state.links.shift() : undefined;
    if (folder !== undefined) await visitFolder(folder, options, state);
    else if (link !== undefined) await followLink(link.path, link.rules, options, state);
    else return { files: [...state.files.values()], unreadable: state.unreadable };
  }
}

async function visitFolder(folder: Folder, options: WalkOptions, state: State): Promise<void> {
  if (state.visited.has(folder.real)) return;
  state.visited.add(folder.real);
  const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    state.unreadable.push(folder.path);
    return;
  }
  const rules = options.ignoreFiles ? await folder.rules.within(folder.path) : folder.rules;
  // Which of two links to one file counts must not depend on the file system.
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    if (!isPassedOver(entry.name)) visitEntry(entry, { ...folder, rules }, state);
  }
}

function visitEntry(entry: Dirent, folder: Folder, state: State): void {
  const path = join(folder.path, entry.name);
  const real = join(folder.real, entry.name);
  if (folder.rules.ignores(path, entry.isDirectory())) return;
  if (entry.isDirectory()) state.folders.push({ path, real, rules: folder.rules });
  else if (entry.isFile()) addFile(real, path, state);
  else if (entry.isSymbolicLink()) state.links.push({ path, rules: folder.rules });
}

async function followLink(path: string, rules: GitIgnore, { boundary }: WalkOptions, state: State): Promise<void> {
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined || !isInside(real, boundary)) return;
  if (relative(boundary, real).split(sep).some(isPassedOver)) return;
  const stats = await stat(real).catch(() => undefined);
  if (stats?.isDirectory()) state.folders.push({ path, real, rules });
  else if (stats?.isFile()) addFile(real, path, state);
}

function addFile(real: string, path: string, { files }: State): void {
  if (!files.has(real)) files.set(real, path);
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
