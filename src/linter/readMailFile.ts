import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatOf } from '../formats/formatOf.js';
import type { MailFormat } from '../mail/Mail.js';
import type { RunProblem } from './LintReport.js';

/**
 * Reads a mail. A byte order mark is dropped, as editors do, so that offsets and columns count from what follows it.
 *
 * @param path Relative to the working folder.
 * @param format The mail's format; where none is given, the one that its name says.
 * @returns The text, or why there is none: the file cannot be read or isn't UTF-8.
 * @example await readMailFile('mails/sale.mjml', cwd) // { text: '<mjml>…' }
 */
export async function readMailFile(
  path: string,
  cwd: string,
  format: MailFormat | undefined = formatOf(path),
): Promise<{ readonly text: string } | { readonly problem: RunProblem }> {
  const bytes = bytesOf(resolve(cwd, path));
  if (bytes === undefined) {
    return { problem: { path, message: 'This file cannot be read. Check that it exists and that you may read it.' } };
  }
  const text = decodeMail(bytes, format);
  return text === undefined ? { problem: { path, ...notUtf8(bytes) } } : { text };
}

/** Mails are short: handing each to another thread to read takes eight times as long as reading it. */
function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Decodes UTF-8 without its byte order mark. A mail file may hold texts in several charsets: where it isn't UTF-8, every
 * byte of it becomes the character of the same number, and the parser of mail files does the rest.
 *
 * @returns undefined when the bytes are something else.
 */
export function decodeMail(bytes: Uint8Array, format: MailFormat | undefined): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return format === 'eml' ? Buffer.from(bytes).toString('latin1') : undefined;
  }
}

/** What to tell about bytes that are not UTF-8, with the line of the first wrong one. */
export function notUtf8(bytes: Uint8Array): { readonly message: string; readonly line: number } {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const line = lossy.slice(0, Math.max(lossy.indexOf('\ufffd'), 0)).split('\n').length;
  return { message: 'This is not UTF-8 text. Save it with the encoding UTF-8.', line };
}
