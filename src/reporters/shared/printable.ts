/**
 * Makes a text safe to print on a terminal: each character that would act instead of being seen (control characters,
 * escapes, marks that turn the writing direction, half surrogates) becomes one visible character. The length in
 * UTF-16 code units stays the same.
 *
 * @example printable('a\u001b[2Jb\n') // 'a␛[2Jb␊'
 */
export function printable(text: string): string {
  let result = '';
  for (const character of text) result += actsOnTerminal(character) ? pictureOf(character) : character;
  return result;
}

/**
 * The same as `printable`, with every run of white space made one space, so that the text stays on one line.
 *
 * @example oneLine(' Act\n\t now ') // 'Act now'
 */
export function oneLine(text: string): string {
  return printable(text.split(/\s+/u).join(' ').trim());
}

/** The same as `printable`, but LF stays a line break (and CRLF becomes one). */
export function printableLines(text: string): string {
  return text.replaceAll('\r\n', '\n').split('\n').map(printable).join('\n');
}

/** Whether one character (one code point) would do something on a terminal instead of being shown there. */
export function actsOnTerminal(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0x061c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff
  );
}

function pictureOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
