import { isAbsolute, relative, sep } from 'node:path';

/**
 * Whether a path is a folder or stands somewhere below it, judged by the names alone. Both are absolute.
 *
 * @example isInside('/a/b/c', '/a/b') // true
 */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
