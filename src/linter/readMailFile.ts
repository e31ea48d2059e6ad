import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RunProblem } from './LintReport.js';

/**
 * Reads a mail. A byte order mark is dropped, as editors do, so that offsets and columns count from what follows it.
 *
 * @param path Relative to the working folder.
 * @returns The text, or why there is none: the file cannot be read or isn't UTF-8.
 * @example await readMailFile('mails/sale.mjml', cwd) // { text: '<mjml>…' }
 */
export async function readMailFile(
  path: string,
  cwd: string,
): Promise<{ readonly text: string } | { readonly problem: RunProblem }> {
  const bytes = await readFile(resolve(cwd, path)).catch(() => undefined);
  if (bytes === undefined) {
    return { problem: { path, message: 'This file cannot be read. Check that it exists and that you may read it.' } };
  }
  const text = decodeMail(bytes);
  return text === undefined ? { problem: { path, ...notUtf8(bytes) } } : { text };
}

/** Decodes UTF-8 without its byte order mark; undefined when the bytes are something else. */
export function decodeMail(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What to tell about bytes that are not UTF-8, with the line of the first wrong one. */
export function notUtf8(bytes: Uint8Array): { readonly message: string; readonly line: number } {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const line = lossy.slice(0, Math.max(lossy.indexOf('\ufffd'), 0)).split('\n').length;
  return { message: 'This is not UTF-8 text. Save it with the encoding UTF-8.', line };
}
