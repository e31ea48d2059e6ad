import type { SourceRange } from '../mail/SourceRange.js';
import { decodeAttribute } from './decodeAttribute.js';
import { MjmlDefaults } from './MjmlDefaults.js';
import { buttonElements, linkElements, providerLinkElements } from './markupElements.js';
import type { MarkupElement } from './markupTree.js';
import { Cascade } from './styles/Cascade.js';
import type { ComputedStyle } from './styles/ComputedStyle.js';
import type { TemplateSource } from './TemplateSource.js';

/** Answers questions about single elements of a markup tree. */
export class ElementFacts {
  readonly #source: TemplateSource;
  readonly #defaults: MjmlDefaults;
  readonly #cascade: Cascade;

  /** @param root of the tree that the elements are in. */
  constructor(source: TemplateSource, root: MarkupElement) {
    this.#source = source;
    this.#defaults = new MjmlDefaults(root, source.text);
    this.#cascade = new Cascade(source, root, this.#defaults);
  }

  /** The style of what is in no element. */
  get outermostStyle(): ComputedStyle {
    return this.#cascade.outermost;
  }

  range(element: MarkupElement, name: string): SourceRange | undefined {
    return this.#defaults.attribute(element, name);
  }

  /** An attribute's value with its character references decoded and its template tags as they stand. */
  value(element: MarkupElement, name: string): string | undefined {
    const range = this.range(element, name);
    return range === undefined ? undefined : decodeAttribute(this.#source, range);
  }

  /** The style of an element's text, in an element of a style. */
  style(element: MarkupElement, inherited: ComputedStyle): ComputedStyle {
    return this.#cascade.style(element, inherited);
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
    if (this.#isNamedButton(element) || this.#cascade.isPainted(element)) return true;
    const cell = element.parent;
    if (cell === undefined || cell.name !== 'td' || !isOnlyContent(element, cell, this.#source.text)) return false;
    return this.#cascade.isPainted(cell) || this.#isNamedButton(cell);
  }

  #isNamedButton(element: MarkupElement): boolean {
    if (this.value(element, 'role')?.toLowerCase() === 'button') return true;
    const classes = this.value(element, 'class')?.toLowerCase() ?? '';
    return classes.includes('btn') || classes.includes('button');
  }
}

function isOnlyContent(element: MarkupElement, parent: MarkupElement, text: string): boolean {
  return parent.children.every(
    (child) =>
      child === element ||
      child.kind === 'comment' ||
      (child.kind === 'text' && text.slice(child.start, child.end).trim() === ''),
  );
}
