import type { MarkupElement } from '../markupTree.js';
import { type CssColor, parseLegacyColor, toHex } from './CssColor.js';
import { type Declaration, hasTagMark, type StyleProperty } from './declarations.js';
import { parseFontStep } from './fontSizes.js';
import type { AttributeReader } from './StyleTree.js';

const painted: ReadonlySet<string> = new Set(['body', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
const aligned: ReadonlySet<string> = new Set(['td', 'th', 'tr', 'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

const legacyAttributes: ReadonlySet<string> = new Set([
  'bgcolor',
  'background',
  'fillcolor',
  'align',
  'color',
  'size',
  'text',
  'hidden',
  'href',
]);

const none: readonly Declaration[] = [];

/** What the attributes of old HTML (`bgcolor`, `align`, `<font>`) say as declarations; style sheets win over them. */
export function legacyStyles(
  element: MarkupElement,
  read: AttributeReader,
  linkColor: CssColor,
): readonly Declaration[] {
  if (element.attributes.length === 0) return none;
  const { name } = element;
  const found: Declaration[] = [];
  const add = (property: StyleProperty, value: string | undefined) => {
    if (value !== undefined) found.push({ property, value, isImportant: false });
  };
  for (const attribute of element.attributes) {
    if (!legacyAttributes.has(attribute.name)) continue;
    const value = attribute.name === 'href' ? '' : (read(element, attribute.name) ?? '');
    switch (attribute.name) {
      case 'bgcolor':
        if (painted.has(name)) add('background-color', colorOf(value));
        break;
      case 'fillcolor':
        if (name.startsWith('v:')) add('background-color', colorOf(value));
        break;
      case 'background':
        if (painted.has(name) && value !== '') add('background-image', 'url(x)');
        break;
      case 'align':
        if (aligned.has(name)) add('text-align', value.toLowerCase());
        break;
      case 'color':
        if (name === 'font') add('color', colorOf(value));
        break;
      case 'size':
        if (name === 'font') add('font-size', sizeOf(value));
        break;
      case 'text':
        if (name === 'body') add('color', colorOf(value));
        break;
      case 'hidden':
        add('display', 'none');
        break;
      case 'href':
        if (name === 'a') add('color', toHex(linkColor));
        break;
      default:
    }
  }
  return found;
}

function colorOf(value: string): string | undefined {
  if (hasTagMark(value)) return '?template-tag';
  const color = parseLegacyColor(value);
  return color === undefined || color.alpha === 0 ? undefined : toHex(color);
}

function sizeOf(value: string): string | undefined {
  if (hasTagMark(value)) return '?template-tag';
  const size = parseFontStep(value);
  return size === undefined ? undefined : `${size}px`;
}
