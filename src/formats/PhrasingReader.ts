import type { Html, Image, ImageReference, InlineCode, PhrasingContent } from 'mdast';
import type { Block, BlockRole } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import { BlockBuilder, type LinkTarget } from './BlockBuilder.js';
import { ElementFacts } from './ElementFacts.js';
import type { MarkdownLinks } from './MarkdownLinks.js';
import { type MarkupContext, toBlock } from './markupBlocks.js';
import { type MarkupElement, parseMarkup } from './markupTree.js';
import { type ComputedStyle, computeStyle, type Winners } from './styles/ComputedStyle.js';
import { textStyleOf } from './styles/textStyleOf.js';
import type { TemplateSource } from './TemplateSource.js';

type Step =
  | { readonly kind: 'enter'; readonly node: PhrasingContent }
  | { readonly kind: 'leave'; readonly isLink: boolean; readonly style: ComputedStyle };

interface OpenElement {
  readonly name: string;
  /** The style around it, and where that stands. */
  readonly style: ComputedStyle;
  readonly origin: SourceRange | undefined;
  readonly isLink: boolean;
}

const strong: Winners = new Map([['font-weight', 'bold']]);

/** Reads what stands in a paragraph, a heading or a table cell of a Markdown file. */
export class PhrasingReader {
  readonly #source: TemplateSource;
  readonly #masked: string;
  readonly #markdownLinks: MarkdownLinks;
  readonly #context: MarkupContext;
  readonly #quotes: number;
  readonly #builder: BlockBuilder;
  readonly #images: Block[] = [];
  readonly #links: LinkTarget[] = [];
  /** Elements of inline HTML that were opened and not yet closed. */
  readonly #elements: OpenElement[] = [];
  #style: ComputedStyle;
  #styleOrigin: SourceRange | undefined;

  constructor(source: TemplateSource, masked: string, links: MarkdownLinks, context: MarkupContext, quotes: number) {
    this.#source = source;
    this.#masked = masked;
    this.#markdownLinks = links;
    this.#context = context;
    this.#quotes = quotes;
    this.#builder = new BlockBuilder(source);
    this.#style = context.style;
  }

  read(children: readonly PhrasingContent[], role: BlockRole): readonly Block[] {
    const steps: Step[] = [];
    const enterAll = (nodes: readonly PhrasingContent[]) => {
      for (const node of [...nodes].reverse()) steps.push({ kind: 'enter', node });
    };
    enterAll(children);
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if (step.kind === 'leave') {
        this.#leave(step.isLink, step.style);
      } else if ('children' in step.node) {
        steps.push({ kind: 'leave', isLink: this.#enter(step.node), style: this.#style });
        if (step.node.type === 'strong') this.#style = computeStyle(this.#style, strong);
        enterAll(step.node.children);
      } else {
        this.#readLeaf(step.node);
      }
    }
    while (this.#elements.length > 0) this.#closeElement(this.#elements.at(-1)?.name ?? '');
    const blocks = this.#builder.take().map((draft) => toBlock(draft, role, this.#context));
    return [...blocks, ...this.#images];
  }

  /** Says whether the node is a link, and opens it. */
  #enter(node: PhrasingContent): boolean {
    if (node.type !== 'link' && node.type !== 'linkReference') return false;
    this.#openLink(this.#markdownLinks.target(node));
    return true;
  }

  #leave(isLink: boolean, style: ComputedStyle): void {
    if (isLink) this.#closeLink();
    this.#style = style;
  }

  #openLink(target: LinkTarget): void {
    this.#links.push(target);
    this.#builder.openLink(target);
  }

  #closeLink(): void {
    this.#links.pop();
    this.#builder.closeLink();
  }

  #readLeaf(node: PhrasingContent): void {
    const range = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    this.#builder.style = textStyleOf(this.#style);
    this.#builder.styleOrigin = this.#styleOrigin;
    switch (node.type) {
      case 'text':
        this.#appendLines(range, 'markdown');
        return;
      case 'inlineCode':
        this.#appendLines(this.#codeRange(node, range), 'plain');
        return;
      case 'break':
        this.#builder.breakLine(range.start, range.end);
        return;
      case 'image':
      case 'imageReference':
        this.#readImage(node);
        return;
      case 'html':
        this.#readTag(node, range);
        return;
      default:
    }
  }

  /** Appends text whose later lines may begin with the marks of the block quotes around. */
  #appendLines(range: SourceRange, decoding: 'markdown' | 'plain'): void {
    let offset = range.start;
    while (this.#quotes > 0 && offset < range.end) {
      const lineEnd = this.#masked.indexOf('\n', offset);
      if (lineEnd < 0 || lineEnd >= range.end) break;
      this.#builder.append(offset, lineEnd + 1, decoding);
      offset = this.#skipQuoteMarks(lineEnd + 1);
    }
    if (offset < range.end) this.#builder.append(offset, range.end, decoding);
  }

  #skipQuoteMarks(lineStart: number): number {
    let offset = lineStart;
    for (let marks = 0; marks < this.#quotes; marks++) {
      let next = offset;
      while (this.#masked[next] === ' ' || this.#masked[next] === '\t') next++;
      if (this.#masked[next] !== '>') break;
      offset = next + 1;
    }
    return offset;
  }

  #codeRange(node: InlineCode, { start, end }: SourceRange): SourceRange {
    let fence = 0;
    while (fence < end - start && this.#masked[start + fence] === '`') fence++;
    return node.value === '' ? { start, end: start } : { start: start + fence, end: end - fence };
  }

  #readImage(node: Image | ImageReference): void {
    const link = this.#links.at(-1);
    const range = this.#markdownLinks.altRange(node);
    const builder = new BlockBuilder(this.#source);
    if (link !== undefined) builder.openLink(link);
    builder.append(range.start, range.end, 'markdown');
    if (link !== undefined) builder.closeLink();
    const drafts = builder.take();
    for (const draft of drafts) this.#images.push(toBlock(draft, 'image-text', this.#context));
    if (drafts.length > 0 || link === undefined) return;
    this.#images.push({
      type: 'block',
      role: 'image-text',
      text: { value: '', starts: [], ends: [] },
      links: [{ ...link, start: 0, end: 0 }],
      placeholders: [],
      nesting: this.#context.nesting,
      branches: link.branches,
      branchSpans: [],
      style: {},
    });
  }

  /** Reads a single tag: inline HTML comes tag by tag. */
  #readTag(node: Html, range: SourceRange): void {
    const endTag = /^<\/([a-z][a-z0-9:-]{0,40})/i.exec(node.value);
    if (endTag !== null) {
      this.#closeElement((endTag[1] ?? '').toLowerCase());
      return;
    }
    const root = parseMarkup(this.#masked.slice(range.start, range.end), range.start);
    const element = root.children[0];
    if (element?.kind !== 'element') return;
    if (element.name === 'br') this.#builder.breakLine(range.start, range.end);
    else if (element.name === 'img') this.#readImageElement(root, element);
    else if (!node.value.endsWith('/>')) this.#openElement(root, element);
  }

  #openElement(root: MarkupElement, element: MarkupElement): void {
    const facts = this.#factsOf(root);
    const target = facts.target(element);
    const before = this.#style;
    const { name, start, contentStart } = element;
    this.#elements.push({ name, style: before, origin: this.#styleOrigin, isLink: target !== undefined });
    this.#style = facts.style(element, before);
    if (this.#style !== before) this.#styleOrigin = { start, end: contentStart };
    if (target === undefined) return;
    const close = this.#masked.indexOf(`</${element.name}`, element.contentStart);
    const end = close < 0 ? element.contentStart : this.#masked.indexOf('>', close) + 1;
    this.#openLink({
      href: target.href,
      hrefRange: target.range,
      range: { start: element.start, end: Math.max(end, element.contentStart) },
      branches: this.#source.branchesAt(element.start),
    });
  }

  #closeElement(name: string): void {
    if (!this.#elements.some((element) => element.name === name)) return;
    for (let element = this.#elements.pop(); element !== undefined; element = this.#elements.pop()) {
      if (element.isLink) this.#closeLink();
      this.#style = element.style;
      this.#styleOrigin = element.origin;
      if (element.name === name) return;
    }
  }

  #readImageElement(root: MarkupElement, element: MarkupElement): void {
    const range = this.#factsOf(root).range(element, 'alt');
    if (range === undefined) return;
    const link = this.#links.at(-1);
    const builder = new BlockBuilder(this.#source);
    if (link !== undefined) builder.openLink(link);
    builder.append(range.start, range.end, 'attribute');
    if (link !== undefined) builder.closeLink();
    for (const draft of builder.take()) this.#images.push(toBlock(draft, 'image-text', this.#context));
  }

  #factsOf(root: MarkupElement): ElementFacts {
    return new ElementFacts(this.#source, root);
  }
}
