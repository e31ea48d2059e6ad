import { watch } from 'node:fs';
import { basename, sep } from 'node:path';
import { settingsFileNames } from '../config/settingsFileNames.js';
import { formatOf } from '../formats/formatOf.js';
import { baselineFileName } from './baseline/Baseline.js';

/** Editors write a file in several steps, and version control many files at once. */
const quietTime = 150;

const otherNames: readonly string[] = [...settingsFileNames, baselineFileName, 'package.json', '.gitignore'];

export interface WatchOptions {
  /** Whether a file, relative to the folder, is written by ourselves. */
  readonly isOwn?: (path: string) => boolean;
  /** Endings of files that mails include, besides those of mails. */
  readonly partEndings?: readonly string[];
}

/**
 * Watches a folder and all below it for changes that a report could hang on: mails and their parts, settings, campaigns,
 * exceptions, baselines and packs.
 *
 * @param folder absolute path.
 * @param onChange called once after a number of changes.
 * @returns what ends it.
 */
export function watchFolder(
  folder: string,
  onChange: () => void,
  { isOwn, partEndings }: WatchOptions = {},
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    if (name === null || !matters(name, partEndings) || isOwn?.(name) === true) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, quietTime);
  });
  // A folder that goes away while it is looked at is no reason to stop.
  watcher.on('error', () => undefined);
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/**
 * Whether a report could hang on a file.
 *
 * @param path relative to the folder that is watched.
 * @example matters('mails/may.mjml') // true
 */
export function matters(path: string, partEndings: readonly string[] = []): boolean {
  const parts = path.split(sep);
  const name = basename(path);
  if (parts.slice(0, -1).some((part) => part.startsWith('.')) || parts.includes('node_modules')) return false;
  const isPart = [...partEndings, 'css'].some((ending) => name.endsWith(`.${ending}`));
  return isPart || formatOf(name) !== undefined || /\.ya?ml$/u.test(name) || otherNames.includes(name);
}
