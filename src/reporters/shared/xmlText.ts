import { actsOnTerminal, printable } from './printable.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Writes a text for an attribute or the content of an XML 1.0 element. Line breaks and whatever acts on a terminal become
 * character references, so that no line of the file starts with a stranger's words; what XML cannot hold at all becomes a
 * visible character. The second of two number signs is a reference, too, since build servers take `##vso[` and
 * `##teamcity[` anywhere in a log as a command.
 *
 * @example xmlText('a < "b"\n') // 'a &lt; &quot;b&quot;&#10;'
 */
export function xmlText(text: string): string {
  let result = '';
  for (const character of text) result += entities[character] ?? inXml(character);
  return result.replaceAll('##', '#&#35;');
}

function inXml(character: string): string {
  if (!isAllowed(character)) return printable(character) === character ? '\ufffd' : printable(character);
  return actsOnTerminal(character) ? `&#${character.codePointAt(0) ?? 0};` : character;
}

/** See the production `Char` of XML 1.0. */
function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/**
 * An XML element with its attributes on one line, and its children, if any, indented on lines of their own.
 *
 * @param children Lines that are XML already.
 * @example xmlElement('a', { b: 1 }, ['<c/>']) // ['<a b="1">', '  <c/>', '</a>']
 */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): readonly string[] {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  const start = `<${name}${list.join('')}`;
  if (children.length === 0) return [`${start}/>`];
  return [`${start}>`, ...children.map((line) => `  ${line}`), `</${name}>`];
}

/**
 * An XML element that holds nothing but a text.
 *
 * @example xmlTextElement('a', {}, 'b & c') // '<a>b &amp; c</a>'
 */
export function xmlTextElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text: string,
): string {
  const [empty = ''] = xmlElement(name, attributes);
  return text === '' ? empty : `${empty.slice(0, -2)}>${xmlText(text)}</${name}>`;
}

/** A whole XML document of the lines of its element. */
export function xmlDocument(lines: readonly string[]): string {
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...lines].join('\n')}\n`;
}
