import { actsOnTerminal } from './printable.js';

/**
 * Writes data as indented JSON that is safe to print: characters that act on a terminal are written as `\uXXXX`, also
 * those that JSON itself would let through (C1 controls, marks that turn the writing direction), and so is the second
 * of two number signs, because a build server takes `##vso[` anywhere in a log as a command. Ends in a line break.
 *
 * @example jsonText({ text: '\u009b2J' }) // '{\n  "text": "\\u009b2J"\n}\n'
 */
export function jsonText(value: object): string {
  return `${safe(JSON.stringify(value, undefined, 2))}\n`;
}

/**
 * The same as `jsonText`, on one line and without a line break at its end.
 *
 * @example jsonLine({ text: 'a' }) // '{"text":"a"}'
 */
export function jsonLine(value: unknown): string {
  return safe(JSON.stringify(value));
}

/** Whole stretches are taken over, since a text put together letter by letter takes many times its length in memory. */
function safe(json: string): string {
  let result = '';
  let taken = 0;
  let offset = 0;
  for (const character of json) {
    if (character !== '\n' && actsOnTerminal(character)) {
      result += json.slice(taken, offset) + escaped(character);
      taken = offset + character.length;
    }
    offset += character.length;
  }
  return (result + json.slice(taken)).replaceAll('##', '#\\u0023');
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
