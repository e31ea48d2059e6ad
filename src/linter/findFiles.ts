import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { byCodeUnits } from './byCodeUnits.js';
import { isInside } from './isInside.js';
import type { RunProblem } from './LintReport.js';
import { walkFolder } from './walkFolder.js';

export interface FindFilesOptions {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  /** Whether the format of a file can be told from its path. */
  isMail(path: string): boolean;
  /** Whether the caller says what format the files have, so that a file named by itself may have any ending. */
  readonly isFormatGiven?: boolean;
  /** Whether `.gitignore` files count; true unless said otherwise. */
  readonly ignoreFiles?: boolean;
}

export interface FoundFiles {
  /** Relative to the working folder, with forward slashes, sorted, each once. */
  readonly paths: readonly string[];
  readonly problems: readonly RunProblem[];
}

/** One pattern's share, with paths that are still absolute. */
interface Found {
  readonly files: readonly string[];
  readonly problems: readonly RunProblem[];
}

/**
 * Finds the mails that patterns mean. A pattern is a file, which is taken even if `.gitignore` leaves it out; a folder,
 * which is searched with all below it; or a glob. Hidden files, `node_modules` and what lies behind links that lead out
 * of the working folder are not found. A pattern that leads to no mail is a problem.
 *
 * @example await findFiles(['mails', 'drafts/*.md'], { cwd, isMail: (path) => path.endsWith('.md') })
 */
export async function findFiles(patterns: readonly string[], options: FindFilesOptions): Promise<FoundFiles> {
  const found: Found[] = [];
  for (const pattern of patterns) found.push(await findByPattern(pattern, options));
  const paths = new Set(found.flatMap(({ files }) => files.map((file) => displayPath(file, options.cwd))));
  return { paths: [...paths].sort(byCodeUnits), problems: found.flatMap(({ problems }) => problems) };
}

async function findByPattern(pattern: string, options: FindFilesOptions): Promise<Found> {
  // Backslashes may be part of a name or escapes of a glob here, and separators on the machine that sent the pattern.
  for (const spelling of new Set([pattern, withForwardSlashes(pattern)])) {
    const path = resolve(options.cwd, spelling);
    const stats = await statsOf(path);
    if (stats === 'unreadable') return problem(`“${pattern}” cannot be read. Check that you may read it.`);
    if (stats === 'missing' || pattern === '') continue;
    return findNamed(pattern, path, stats, options);
  }
  if (pattern.startsWith('!') && !pattern.startsWith('!(')) {
    return problem(`“${pattern}” starts with an exclamation mark. Leave files out by a .gitignore file instead.`);
  }
  const glob = picomatch.scan(pattern).isGlob ? pattern : withForwardSlashes(pattern);
  if (picomatch.scan(glob).isGlob) return findByGlob(glob, pattern, options);
  return problem(`“${pattern}” does not exist. Name a file, a folder or a glob such as "mails/**/*.mjml".`);
}

async function findNamed(pattern: string, path: string, stats: Stats, options: FindFilesOptions): Promise<Found> {
  if (await leavesThroughLink(path, options.cwd)) {
    return problem(`“${pattern}” is behind a link that leads out of the working folder. Name the place it leads to.`);
  }
  if (stats.isDirectory()) return findInFolder(pattern, path, options);
  const shown = displayPath(path, options.cwd);
  if (!stats.isFile()) return problem('This is neither a file nor a folder. Name one that holds a mail.', shown);
  if (isCompanion(path)) {
    return problem('This file holds labels or settings of mails, not a mail. Name the mail itself.', shown);
  }
  if (!options.isMail(path) && options.isFormatGiven !== true) {
    return problem('The format of this file cannot be told from its name. Say it with --input-format.', shown);
  }
  return { files: [path], problems: [] };
}

async function findInFolder(pattern: string, path: string, options: FindFilesOptions): Promise<Found> {
  const { files, problems } = await mailsBelow(path, options);
  if (files.length > 0 || problems.length > 0) return { files, problems };
  return problem(`There are no mails in “${pattern}”.${leftOutHint(options)}`);
}

async function findByGlob(glob: string, pattern: string, options: FindFilesOptions): Promise<Found> {
  const { base, glob: rest } = picomatch.scan(glob);
  const folder = resolve(options.cwd, base);
  const stats = await statsOf(folder);
  const isSafe = typeof stats !== 'string' && stats.isDirectory() && !(await leavesThroughLink(folder, options.cwd));
  const { files, problems } = isSafe ? await mailsBelow(folder, options) : { files: [], problems: [] };
  const matches = picomatch(rest);
  const matching = files.filter((file) => matches(withForwardSlashes(relative(folder, file))));
  if (matching.length > 0 || problems.length > 0) return { files: matching, problems };
  return problem(`“${pattern}” matches no mail.${leftOutHint(options)}`);
}

async function mailsBelow(folder: string, options: FindFilesOptions): Promise<Found> {
  const root = await realpath(options.cwd);
  const boundary = isInside(folder, options.cwd) ? root : await realpath(folder);
  const { files, unreadable } = await walkFolder(folder, { boundary, ignoreFiles: options.ignoreFiles ?? true });
  return {
    files: files.filter((file) => options.isMail(file) && !isCompanion(file)),
    problems: unreadable.map((path) => ({
      path: displayPath(path, options.cwd),
      message: 'This folder cannot be read. Check that you may read it.',
    })),
  };
}

async function leavesThroughLink(path: string, cwd: string): Promise<boolean> {
  return isInside(path, cwd) && !isInside(await realpath(path), await realpath(cwd));
}

async function statsOf(path: string): Promise<Stats | 'missing' | 'unreadable'> {
  try {
    return await stat(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'EACCES' || code === 'EPERM' || code === 'ELOOP' ? 'unreadable' : 'missing';
  }
}

/** Files that stand beside mails and say something about them. */
function isCompanion(path: string): boolean {
  const name = basename(path);
  const isPassagesList = name.startsWith('passages') && name.endsWith('.yml');
  return name.endsWith('.expect.yml') || name === 'campaign.yml' || isPassagesList;
}

function leftOutHint(options: FindFilesOptions): string {
  const isIgnoring = options.ignoreFiles ?? true;
  return isIgnoring ? ' What .gitignore names was left out; --no-gitignore takes it too.' : '';
}

function problem(message: string, path?: string): Found {
  return { files: [], problems: [path === undefined ? { message } : { path, message }] };
}

function displayPath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/') || '.';
}

function withForwardSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
