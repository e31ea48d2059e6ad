import { readBundle } from './readBundle.js';

const types: Readonly<Record<string, string>> = { text: 'text/plain', html: 'text/html' };

/**
 * Makes a mail file of a plain text and an HTML part, which are written as one text as `readBundle` says, with `text` and
 * `html` for names.
 *
 * @throws RangeError for another name.
 * @example mailOfParts('=== text\nHello\n=== html\n<p>Hello</p>')
 */
export function mailOfParts(parts: string): string {
  const bodies = readBundle(parts).map(({ path, text }) => {
    const type = types[path];
    if (type === undefined) throw new RangeError(`Expected “text” or “html”, not “${path}”.`);
    return `--part\nContent-Type: ${type}; charset=utf-8\n\n${text}`;
  });
  return `MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=part\n\n${bodies.join('\n')}\n--part--\n`;
}
