import type { StatedStyle } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import { decodeAttribute } from './decodeAttribute.js';
import type { MjmlDefaults } from './MjmlDefaults.js';
import { buttonElements, linkElements, providerLinkElements } from './markupElements.js';
import type { MarkupElement } from './markupTree.js';
import {
  definedStyle,
  isHidingBox,
  parseBackground,
  parseBold,
  parseColor,
  parseDeclarations,
  parsePixels,
  styleOfDeclarations,
} from './statedStyle.js';
import type { TemplateSource } from './TemplateSource.js';

const noDeclarations: ReadonlyMap<string, string> = new Map();

/** Pixels of `<font size="1">` to `<font size="7">`. */
const fontSizes = [10, 13, 16, 18, 24, 32, 48];
const usualFontSize = 16;

/** Answers questions about single elements of a markup tree. */
export class ElementFacts {
  readonly #source: TemplateSource;
  readonly #defaults: MjmlDefaults;

  constructor(source: TemplateSource, defaults: MjmlDefaults) {
    this.#source = source;
    this.#defaults = defaults;
  }

  range(element: MarkupElement, name: string): SourceRange | undefined {
    return this.#defaults.attribute(element, name);
  }

  /** An attribute's value with its character references decoded and its template tags as they stand. */
  value(element: MarkupElement, name: string): string | undefined {
    const range = this.range(element, name);
    return range === undefined ? undefined : decodeAttribute(this.#source, range);
  }

  declarations(element: MarkupElement): ReadonlyMap<string, string> {
    const style = element.attributes.length === 0 ? undefined : this.value(element, 'style');
    return style === undefined ? noDeclarations : parseDeclarations(style);
  }

  isHidden(element: MarkupElement): boolean {
    return isHidingBox(this.declarations(element)) || element.attributes.some(({ name }) => name === 'hidden');
  }

  /** The style of an element: what it states itself, else what it takes over. */
  style(element: MarkupElement, inherited: StatedStyle): StatedStyle {
    const own = this.#presentation(element, inherited);
    const declared = element.attributes.length === 0 ? undefined : styleOfDeclarations(this.declarations(element));
    if (own === undefined && (declared === undefined || Object.keys(declared).length === 0)) return inherited;
    return { ...inherited, ...own, ...declared };
  }

  #presentation(element: MarkupElement, inherited: StatedStyle): StatedStyle | undefined {
    const { name } = element;
    if (name.startsWith('mj-')) return this.#componentStyle(element);
    if (name === 'b' || name === 'strong') return { bold: true };
    if (name === 'small') return { fontSize: ((inherited.fontSize ?? usualFontSize) * 5) / 6 };
    if (element.attributes.length === 0) return undefined;
    const size = name === 'font' ? fontSize(this.value(element, 'size')) : undefined;
    const color = name === 'font' ? parseColor(this.value(element, 'color')) : undefined;
    return definedStyle({
      fontSize: size,
      color,
      backgroundColor: parseColor(this.value(element, 'bgcolor')),
      bold: undefined,
    });
  }

  #componentStyle(element: MarkupElement): StatedStyle {
    return definedStyle({
      fontSize: parsePixels(this.value(element, 'font-size')),
      color: parseColor(this.value(element, 'color')),
      backgroundColor:
        parseColor(this.value(element, 'background-color')) ??
        parseColor(this.value(element, 'container-background-color')),
      bold: parseBold(this.value(element, 'font-weight')),
    });
  }

  /** The target of an element that is a link: what it says and where that stands. */
  target(element: MarkupElement): { readonly href: string; readonly range: SourceRange } | undefined {
    const startTag = { start: element.start, end: element.contentStart };
    if (providerLinkElements.has(element.name)) return { href: `<${element.name}>`, range: startTag };
    if (!linkElements.has(element.name)) return undefined;
    const range = this.range(element, 'href');
    const href = this.value(element, 'href');
    if (range === undefined || href === undefined) return undefined;
    return { href: href.trim(), range: range.start < range.end ? range : startTag };
  }

  /** Whether an element is a button, or a link that looks like one. */
  isButton(element: MarkupElement): boolean {
    if (buttonElements.has(element.name)) return true;
    if (element.name !== 'a' || this.range(element, 'href') === undefined) return false;
    if (this.#isNamedButton(element) || this.#hasBackground(element)) return true;
    const cell = element.parent;
    if (cell === undefined || cell.name !== 'td' || !isOnlyContent(element, cell, this.#source.text)) return false;
    return this.#hasBackground(cell) || this.#isNamedButton(cell);
  }

  #isNamedButton(element: MarkupElement): boolean {
    if (this.value(element, 'role')?.toLowerCase() === 'button') return true;
    const classes = this.value(element, 'class')?.toLowerCase() ?? '';
    return classes.includes('btn') || classes.includes('button');
  }

  #hasBackground(element: MarkupElement): boolean {
    const declarations = this.declarations(element);
    const background =
      parseColor(declarations.get('background-color')) ??
      parseBackground(declarations.get('background')) ??
      parseColor(this.value(element, 'bgcolor'));
    return background !== undefined;
  }
}

function fontSize(size: string | undefined): number | undefined {
  const match = /^\s{0,5}([+-]?)(\d)\s{0,5}$/.exec(size ?? '');
  if (match === null) return undefined;
  const number = Number(match[2]);
  const step = match[1] === '+' ? 3 + number : match[1] === '-' ? 3 - number : number;
  return fontSizes[Math.min(7, Math.max(1, step)) - 1];
}

function isOnlyContent(element: MarkupElement, parent: MarkupElement, text: string): boolean {
  return parent.children.every(
    (child) =>
      child === element ||
      child.kind === 'comment' ||
      (child.kind === 'text' && text.slice(child.start, child.end).trim() === ''),
  );
}
