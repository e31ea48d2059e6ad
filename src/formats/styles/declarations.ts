import type { StyleGap } from '../../mail/Mail.js';
import { parseCssColor } from './CssColor.js';
import { parseFontSize } from './fontSizes.js';

/** The properties that say how noticeable a text is. */
export type StyleProperty =
  | 'font-size'
  | 'font-weight'
  | 'color'
  | 'background-color'
  | 'background-image'
  | 'display'
  | 'visibility'
  | 'opacity'
  | 'height'
  | 'max-height'
  | 'width'
  | 'max-width'
  | 'overflow'
  | 'position'
  | 'left'
  | 'top'
  | 'text-indent'
  | 'text-align';

const properties: ReadonlySet<string> = new Set<StyleProperty>([
  'font-size',
  'font-weight',
  'color',
  'background-color',
  'background-image',
  'display',
  'visibility',
  'opacity',
  'height',
  'max-height',
  'width',
  'max-width',
  'overflow',
  'position',
  'left',
  'top',
  'text-indent',
  'text-align',
]);

/** Stands for a value that cannot be known. */
export type UnknownValue = `?${StyleGap}`;

const gaps: Readonly<Record<UnknownValue, StyleGap>> = {
  '?template-tag': 'template-tag',
  '?background-image': 'background-image',
  '?other-file': 'other-file',
  '?computed': 'computed',
  '?too-complex': 'too-complex',
};

/** Why a value is unknown; undefined for one that is known. */
export function unknownGap(value: string): StyleGap | undefined {
  return isUnknownValue(value) ? gaps[value] : undefined;
}

function isUnknownValue(value: string): value is UnknownValue {
  return value.startsWith('?') && value in gaps;
}

/** One declaration; the value is in lower case and trimmed, and one that a browser would take. */
export interface Declaration {
  readonly property: StyleProperty;
  readonly value: string;
  readonly isImportant: boolean;
}

/** Marks in a declaration block where a template tag stands that becomes text, and one that becomes nothing. */
export const placeholderMark = '\uE001';
export const controlMark = '\uE002';

/** Whether template tags have a say in a value. */
export function hasTagMark(text: string): boolean {
  return text.includes(placeholderMark) || text.includes(controlMark);
}

/** Everything that a tag in place of whole declarations may set. */
const settable: readonly StyleProperty[] = ['font-size', 'font-weight', 'color', 'background-color'];

/**
 * What a declaration block says of the properties that count here, shorthands taken apart, in the order of the source.
 * Declarations that a browser would leave out are left out.
 *
 * @param isQuirky whether a document without a doctype is read, where lengths need no unit.
 * @example readDeclarations('font:bold 9px Arial').map(({ property }) => property) // ['font-weight', 'font-size']
 */
export function readDeclarations(block: string, isQuirky = false): readonly Declaration[] {
  return splitDeclarations(block).flatMap((text) => readDeclaration(text, isQuirky));
}

function readDeclaration(text: string, isQuirky: boolean): readonly Declaration[] {
  const colon = text.indexOf(':');
  const name = text.slice(0, colon).replaceAll(placeholderMark, '').replaceAll(controlMark, '').trim().toLowerCase();
  if (colon < 0 || name === '') return tagAlone(text);
  const whole = text.slice(colon + 1).toLowerCase();
  const important = whole.lastIndexOf('!');
  const isImportant = important >= 0 && whole.slice(important + 1).trim() === 'important';
  const value = (isImportant ? whole.slice(0, important) : whole).trim();
  return longhands(name, value, gapIn(text, value), isQuirky).map(([property, longhand]) => ({
    property,
    value: longhand,
    isImportant,
  }));
}

/** Why the value of a declaration cannot be told from the file: a template tag, or something to be computed. */
function gapIn(text: string, value: string): UnknownValue | undefined {
  if (isUnknownValue(value)) return value;
  if (hasTagMark(text)) return '?template-tag';
  return /\b(?:var|calc|min|max|clamp|env)\(/.test(value) ? '?computed' : undefined;
}

/** A tag that stands for whole declarations can set anything. */
function tagAlone(text: string): readonly Declaration[] {
  if (!text.includes(placeholderMark)) return [];
  return settable.map((property) => ({ property, value: '?template-tag', isImportant: false }));
}

type Longhand = readonly [StyleProperty, string];

function longhands(name: string, value: string, gap: UnknownValue | undefined, isQuirky: boolean): readonly Longhand[] {
  if (name === 'font') return gap ? unknown(gap, 'font-size', 'font-weight') : fontLonghands(value);
  if (name === 'background') {
    return gap ? unknown(gap, 'background-color', 'background-image') : backgroundLonghands(value);
  }
  if (name === 'overflow-x' || name === 'overflow-y') return [['overflow', value]];
  if (!isProperty(name)) return [];
  if (gap) return unknown(gap, name);
  return isValid(name, value, isQuirky) ? [[name, withUnit(name, value, isQuirky)]] : [];
}

function unknown(gap: UnknownValue, ...names: readonly StyleProperty[]): readonly Longhand[] {
  return names.map((name) => [name, gap]);
}

function isProperty(name: string): name is StyleProperty {
  return properties.has(name);
}

/** Values that every property takes. */
const wideValues: ReadonlySet<string> = new Set(['inherit', 'initial', 'unset', 'revert']);

function isValid(name: StyleProperty, value: string, isQuirky: boolean): boolean {
  if (wideValues.has(value)) return true;
  switch (name) {
    case 'font-size':
      return parseFontSize(withUnit(name, value, isQuirky), 1) !== undefined;
    case 'font-weight':
      return /^(?:normal|bold|bolder|lighter|\d{1,4}(?:\.\d{1,3})?)$/.test(value);
    case 'color':
    case 'background-color':
      return value === 'currentcolor' || parseCssColor(value) !== undefined;
    default:
      return value !== '';
  }
}

function withUnit(name: StyleProperty, value: string, isQuirky: boolean): string {
  return isQuirky && name === 'font-size' && /^\d{1,4}(?:\.\d{1,4})?$/.test(value) ? `${value}px` : value;
}

/** `font: italic bold 12px/1.5 Arial`: what stands before the size is style and weight. */
function fontLonghands(value: string): readonly Longhand[] {
  const words = splitWords(value);
  const at = words.findIndex((word) => parseFontSize(word.split('/', 1)[0] ?? '', 1) !== undefined && !isWeight(word));
  const size = words[at]?.split('/', 1)[0];
  if (size === undefined || at === words.length - 1) return [];
  const weight = words.slice(0, at).find(isWeight);
  return [
    ['font-weight', weight ?? 'normal'],
    ['font-size', size],
  ];
}

function isWeight(word: string): boolean {
  return /^(?:bold|bolder|lighter|[1-9]00)$/.test(word);
}

function backgroundLonghands(value: string): readonly Longhand[] {
  if (wideValues.has(value)) {
    return [
      ['background-color', value],
      ['background-image', value],
    ];
  }
  const words = splitWords(value);
  const color = words.find((word) => word === 'currentcolor' || parseCssColor(word) !== undefined);
  return [
    ['background-image', words.find(isImage) ?? 'none'],
    ['background-color', color ?? 'transparent'],
  ];
}

/** Whether a word of a background is a picture. */
export function isImage(word: string): boolean {
  return word.includes('gradient(') || word.includes('image-set(') || (word.startsWith('url(') && !isEmptyUrl(word));
}

function isEmptyUrl(word: string): boolean {
  return /^url\(\s{0,9}["']{0,2}\s{0,9}\)/.test(word);
}

/** The words of a value; what stands in parentheses belongs to the word before. Commas between layers are spaces. */
function splitWords(value: string): readonly string[] {
  return splitOutside(value, (unit) => unit === ' ' || unit === ',' || unit === '\n' || unit === '\t' || unit === '\r');
}

/** Splits at semicolons, except in quotes and parentheses (`url(data:image/png;base64,…)`). */
function splitDeclarations(block: string): readonly string[] {
  return splitOutside(block, (unit) => unit === ';');
}

function splitOutside(text: string, isSeparator: (unit: string) => boolean): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let quote: string | undefined;
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charAt(offset);
    if (quote !== undefined) quote = unit === quote ? undefined : quote;
    else if (unit === '"' || unit === "'") quote = unit;
    else if (unit === '(') depth++;
    else if (unit === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && isSeparator(unit)) {
      if (offset > start) parts.push(text.slice(start, offset));
      start = offset + 1;
    }
  }
  if (start < text.length) parts.push(text.slice(start));
  return parts;
}
