import type { Block, BlockRole } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import { BlockBuilder, type BlockDraft, type LinkTarget } from './BlockBuilder.js';
import { findDataTables } from './dataTables.js';
import { ElementFacts } from './ElementFacts.js';
import {
  imageElements,
  includeElements,
  inlineElements,
  rootElements,
  silentElements,
  textAttributes,
  textContainers,
} from './markupElements.js';
import { type MarkupComment, type MarkupElement, type MarkupNode, parseMarkup } from './markupTree.js';
import { type ComputedStyle, initialStyle, isUnseen } from './styles/ComputedStyle.js';
import { textStyleOf } from './styles/textStyleOf.js';
import type { TemplateSource } from './TemplateSource.js';

/** What an element hands down to what is in it. */
export interface MarkupContext {
  readonly role: BlockRole;
  readonly depth?: number;
  readonly nesting: readonly string[];
  readonly language?: string;
  readonly style: ComputedStyle;
  /** Where the element stands that says what the style is, if any does. */
  readonly styleOrigin?: SourceRange;
  readonly isHidden: boolean;
  /** Whether this is what only Outlook reads. */
  readonly isConditional?: boolean;
  readonly table?: MarkupElement;
}

export interface MarkupBlocks {
  readonly blocks: readonly Block[];
  /** Whether there is no element that a whole mail has. */
  readonly isPartial: boolean;
}

type Step =
  | { readonly kind: 'enter'; readonly node: MarkupNode; readonly context: MarkupContext }
  | { readonly kind: 'leave'; readonly visit: Visit };

/** An element whose content is being read. */
interface Visit {
  readonly element: MarkupElement;
  readonly isBlock: boolean;
  readonly link: LinkTarget | undefined;
  readonly outer: MarkupContext;
  readonly inner: MarkupContext;
}

/** How an element appears. */
interface ElementLook {
  readonly isBlock: boolean;
  readonly isHidden: boolean;
  readonly isButton: boolean;
  readonly style: ComputedStyle;
}

/** Names beyond this depth say nothing about a block that the outer ones don't. */
const maxNesting = 64;

export const outermostContext: MarkupContext = { role: 'paragraph', nesting: [], style: initialStyle, isHidden: false };

/**
 * Reads the blocks of a stretch of MJML or HTML.
 *
 * @param masked the whole source, masked with `maskMarkup` or `maskLines`.
 * @param range the stretch that is markup.
 */
export function readMarkup(
  source: TemplateSource,
  masked: string,
  range: SourceRange,
  context: MarkupContext = outermostContext,
): MarkupBlocks {
  const root = parseMarkup(masked.slice(range.start, range.end), range.start);
  return new MarkupReader(source, masked, root).read(context);
}

class MarkupReader {
  readonly #source: TemplateSource;
  readonly #masked: string;
  readonly #root: MarkupElement;
  readonly #facts: ElementFacts;
  readonly #dataTables: ReadonlySet<MarkupElement>;
  readonly #builder: BlockBuilder;
  readonly #blocks: Block[] = [];
  readonly #steps: Step[] = [];
  /** Texts of images in the current block, which come before or behind it. */
  #asides: Block[] = [];
  readonly #links: LinkTarget[] = [];
  #hasVisibleText = false;
  #hasPreheader = false;
  #isPartial = true;
  #hasIncludes = false;

  constructor(source: TemplateSource, masked: string, root: MarkupElement) {
    this.#source = source;
    this.#masked = masked;
    this.#root = root;
    this.#facts = new ElementFacts(source, root);
    this.#dataTables = findDataTables(root, (table) => {
      const role = this.#facts.value(table, 'role')?.toLowerCase();
      return role === 'presentation' || role === 'none';
    });
    this.#builder = new BlockBuilder(source);
  }

  read(context: MarkupContext): MarkupBlocks {
    const outermost = context === outermostContext ? { ...context, style: this.#facts.outermostStyle } : context;
    this.#enterChildren(this.#root, outermost);
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      if (step.kind === 'leave') this.#leave(step.visit);
      else this.#enter(step.node, step.context);
    }
    this.#flush(context);
    return { blocks: this.#blocks, isPartial: this.#isPartial || this.#hasIncludes };
  }

  #enter(node: MarkupNode, context: MarkupContext): void {
    switch (node.kind) {
      case 'text':
        this.#builder.style = textStyleOf(context.style);
        this.#builder.styleOrigin = context.styleOrigin;
        this.#builder.append(node.start, node.end, 'text');
        return;
      case 'comment':
        this.#enterConditionalComment(node, context);
        return;
      case 'element':
        this.#enterElement(node, context);
    }
  }

  #enterChildren(element: MarkupElement, context: MarkupContext): void {
    for (let index = element.children.length - 1; index >= 0; index--) {
      const node = element.children[index];
      if (node !== undefined) this.#steps.push({ kind: 'enter', node, context });
    }
  }

  /** Outlook reads what stands in `<!--[if mso]> … <![endif]-->`. */
  #enterConditionalComment(comment: MarkupComment, context: MarkupContext): void {
    // Comments don't nest: what looks like one in here is text that Outlook ignores.
    if (context.isConditional === true) return;
    const content = this.#masked.slice(comment.start, comment.end);
    const match = /^\[if\s([^\]]{0,80})\]>/i.exec(content);
    if (match === null || match[1]?.trim().startsWith('!') === true) return;
    const end = content.lastIndexOf('<![endif]');
    const inner = content.slice(match[0].length, end < 0 ? content.length : end);
    const root = parseMarkup(inner, comment.start + match[0].length);
    this.#enterChildren(root, {
      ...context,
      nesting: nest(context.nesting, 'mso'),
      isConditional: true,
    });
  }

  #enterElement(element: MarkupElement, context: MarkupContext): void {
    const { name } = element;
    if (rootElements.has(name)) this.#isPartial = false;
    if (includeElements.has(name)) this.#hasIncludes = true;
    if (name === 'br') this.#builder.breakLine(element.start, element.end);
    if (silentElements.has(name) || name === 'br') return;
    const link = this.#linkTarget(element);
    const style = this.#facts.style(element, context.style);
    const isHidden = isUnseen(style) || isSpeck(element, this.#facts);
    const isButton = this.#facts.isButton(element);
    const isBlock = isButton || isHidden !== context.isHidden || !inlineElements.has(name);
    if (isBlock) this.#flush(context);
    const inner = this.#innerContext(element, context, { isBlock, isHidden, isButton, style });
    if (link !== undefined) {
      this.#links.push(link);
      this.#builder.openLink(link);
    }
    this.#readAttributes(element, inner);
    this.#steps.push({ kind: 'leave', visit: { element, isBlock, link, outer: context, inner } });
    this.#enterChildren(element, inner);
  }

  #leave({ isBlock, link, inner }: Visit): void {
    if (link !== undefined) {
      this.#builder.closeLink();
      this.#links.pop();
    }
    if (isBlock) this.#flush(inner);
  }

  #linkTarget(element: MarkupElement): LinkTarget | undefined {
    const target = this.#facts.target(element);
    if (target === undefined) return undefined;
    return {
      href: target.href,
      hrefRange: target.range,
      range: { start: element.start, end: element.end },
      branches: this.#source.branchesAt(element.start),
    };
  }

  #innerContext(
    element: MarkupElement,
    context: MarkupContext,
    { isBlock, isHidden, isButton, style }: ElementLook,
  ): MarkupContext {
    const language = this.#facts.value(element, 'lang') ?? this.#facts.value(element, 'xml:lang');
    if (!isBlock && style === context.style && language === undefined) return context;
    const { role, depth } = isBlock ? this.#roleIn(element, context, isButton) : context;
    const isTable = element.name === 'table' || element.name === 'mj-table';
    const table = isTable ? element : context.table;
    const spoken = language?.trim().toLowerCase() || context.language;
    return {
      role,
      ...(depth !== undefined && { depth }),
      nesting: isBlock ? nest(context.nesting, element.name) : context.nesting,
      ...(spoken !== undefined && { language: spoken }),
      style,
      ...originOf(element, style, context),
      isHidden,
      ...(context.isConditional === true && { isConditional: true }),
      ...(table !== undefined && { table }),
    };
  }

  #roleIn(
    element: MarkupElement,
    context: MarkupContext,
    isButton: boolean,
  ): { readonly role: BlockRole; readonly depth?: number | undefined } {
    const { name } = element;
    if (isButton) return { role: 'button' };
    if (/^h[1-6]$/.test(name)) return { role: 'heading', depth: Number(name[1]) };
    if (name === 'li') return { role: 'list-item' };
    if (name === 'td' || name === 'th') return { role: this.#isDataCell(context) ? 'table-cell' : 'paragraph' };
    if (name === 'title' || name === 'mj-title') return { role: 'title' };
    if (name === 'mj-preview') return { role: 'preheader' };
    if (textContainers.has(name)) return { role: 'paragraph' };
    return { role: context.role, depth: context.depth };
  }

  #isDataCell(context: MarkupContext): boolean {
    return context.table !== undefined && this.#dataTables.has(context.table);
  }

  /** Reads the texts that stand in attributes: those of images, and the labels of form buttons. */
  #readAttributes(element: MarkupElement, context: MarkupContext): void {
    const said = new Set<string>();
    for (const name of textAttributes) {
      const range = this.#facts.range(element, name);
      const text = this.#facts.value(element, name)?.trim();
      if (range === undefined || text === undefined || text === '' || said.has(text)) continue;
      said.add(text);
      const link = imageElements.has(element.name) ? this.#links.at(-1) : undefined;
      this.#addAside(range, 'image-text', link, context);
    }
    if (imageElements.has(element.name) && said.size === 0) this.#addSilentImage(context);
    const value = this.#facts.range(element, 'value');
    const type = element.name === 'input' ? this.#facts.value(element, 'type')?.toLowerCase() : undefined;
    if (value !== undefined && (type === 'submit' || type === 'button')) {
      this.#addAside(value, 'button', undefined, context);
    }
  }

  #addAside(range: SourceRange, role: BlockRole, link: LinkTarget | undefined, context: MarkupContext): void {
    const builder = new BlockBuilder(this.#source);
    if (link !== undefined) builder.openLink(link);
    builder.append(range.start, range.end, 'attribute');
    if (link !== undefined) builder.closeLink();
    for (const draft of builder.take()) {
      this.#asides.push(toBlock(draft, context.isHidden ? 'hidden' : role, context));
    }
  }

  /** A linked image without words is still a link; a reader just can't know where it leads. */
  #addSilentImage(context: MarkupContext): void {
    const link = this.#links.at(-1);
    if (link === undefined) return;
    this.#asides.push({
      type: 'block',
      role: context.isHidden ? 'hidden' : 'image-text',
      text: { value: '', starts: [], ends: [] },
      links: [{ ...link, start: 0, end: 0 }],
      placeholders: [],
      nesting: context.nesting,
      ...(context.language !== undefined && { language: context.language }),
      branches: link.branches,
      branchSpans: [],
      style: {},
    });
  }

  #flush(context: MarkupContext): void {
    const drafts = this.#builder.take();
    if (drafts.length === 0 && this.#asides.length === 0) return;
    const blocks = drafts.map((draft) => toBlock(draft, this.#settledRole(draft, context), context));
    const inOrder = [...blocks, ...this.#asides].sort((a, b) => startOf(a) - startOf(b));
    for (const block of inOrder) this.#blocks.push(block);
    this.#asides = [];
  }

  #settledRole(draft: BlockDraft, context: MarkupContext): BlockRole {
    if (context.role === 'title') return 'title';
    const isPreheader = context.role === 'preheader';
    if (!isPreheader && !context.isHidden && !isUnseenDraft(draft)) {
      this.#hasVisibleText = true;
      return context.role;
    }
    if (this.#hasPreheader || (this.#hasVisibleText && !isPreheader)) return 'hidden';
    this.#hasPreheader = true;
    return 'preheader';
  }
}

/** Whether no piece of a text can be seen, as where it has the colour of its background. */
function isUnseenDraft({ style, styleRuns }: BlockDraft): boolean {
  return styleRuns?.every((run) => run.style.hiddenBy !== undefined) ?? style.hiddenBy !== undefined;
}

/** Where the size and colours of a style come from: the start tag of the element that changes them, or one further out. */
function originOf(
  { start, contentStart }: MarkupElement,
  { fontSize, color, background, hiddenBy }: ComputedStyle,
  { style, styleOrigin }: MarkupContext,
): Pick<MarkupContext, 'styleOrigin'> {
  const isSame =
    fontSize === style.fontSize &&
    color === style.color &&
    background === style.background &&
    hiddenBy === style.hiddenBy;
  if (!isSame) return { styleOrigin: { start, end: contentStart } };
  return styleOrigin === undefined ? {} : { styleOrigin };
}

/** Whether an element is a picture that only counts who opens the mail. */
function isSpeck(element: MarkupElement, facts: ElementFacts): boolean {
  const sizes = element.name === 'img' ? [facts.value(element, 'width'), facts.value(element, 'height')] : [];
  return sizes.some((size) => /^[01](?:px)?$/.test(size?.trim() ?? ''));
}

function startOf(block: Block): number {
  return block.text.starts[0] ?? block.links[0]?.range.start ?? 0;
}

function nest(nesting: readonly string[], name: string): readonly string[] {
  return nesting.length < maxNesting ? [...nesting, name] : nesting;
}

/** A draft as a block of a role in a context. */
export function toBlock(draft: BlockDraft, role: BlockRole, context: MarkupContext): Block {
  return {
    type: 'block',
    role,
    ...(role === 'heading' && context.depth !== undefined && { depth: context.depth }),
    text: draft.text,
    links: draft.links,
    placeholders: draft.placeholders,
    nesting: context.nesting,
    ...(context.language !== undefined && { language: context.language }),
    branches: draft.branches,
    branchSpans: draft.branchSpans,
    style: draft.style,
    ...(draft.styleOrigin !== undefined && { styleOrigin: draft.styleOrigin }),
    ...(draft.styleRuns !== undefined && { styleRuns: draft.styleRuns }),
  };
}
