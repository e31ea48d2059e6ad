import { readFile, realpath, stat } from 'node:fs/promises';
import { isInside } from '../linter/isInside.js';

/** Settings and rules are written by people; nothing that they write is longer. */
const mostWritten = 1_000_000;

export type InsideText =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'folder' }
  | { readonly type: 'missing' }
  | { readonly type: 'refused'; readonly why: string };

export type InsideBytes =
  | Exclude<InsideText, { type: 'text' }>
  | { readonly type: 'bytes'; readonly bytes: Uint8Array };

/**
 * Reads a text file that must not stand outside of a folder, whatever links say.
 *
 * @param path absolute.
 * @param boundary absolute path of the folder.
 * @param mostBytes no longer file is read.
 */
export async function readInside(path: string, boundary: string, mostBytes = mostWritten): Promise<InsideText> {
  const read = await readBytesInside(path, boundary, mostBytes);
  return read.type === 'bytes' ? decoded(read.bytes) : read;
}

/** The same for files that need not be text. */
export async function readBytesInside(path: string, boundary: string, mostBytes: number): Promise<InsideBytes> {
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) return { type: 'missing' };
  if (!isInside(real, await realpath(boundary))) {
    return { type: 'refused', why: 'This is a link that leads out of the working folder, and is not followed.' };
  }
  const stats = await stat(real).catch(() => undefined);
  if (stats?.isDirectory()) return { type: 'folder' };
  if (!stats?.isFile()) return { type: 'refused', why: 'This is no file that can be read.' };
  if (stats.size > mostBytes) {
    return {
      type: 'refused',
      why: `This file is longer than ${mostBytes.toLocaleString('en')} bytes, and is not read.`,
    };
  }
  const bytes = await readFile(real).catch(() => undefined);
  if (bytes === undefined) return { type: 'refused', why: 'This file cannot be read. Check that you may read it.' };
  return { type: 'bytes', bytes };
}

function decoded(bytes: Uint8Array): InsideText {
  try {
    return { type: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { type: 'refused', why: 'This is not UTF-8 text. Save it with the encoding UTF-8.' };
  }
}
