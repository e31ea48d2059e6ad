import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Block, BlockRole } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import { BlockBuilder } from './BlockBuilder.js';
import { MarkdownLinks } from './MarkdownLinks.js';
import { type MarkupContext, outermostContext, readMarkup, toBlock } from './markupBlocks.js';
import { PhrasingReader } from './PhrasingReader.js';
import { computeStyle } from './styles/ComputedStyle.js';
import type { TemplateSource } from './TemplateSource.js';

/** A block node and what is around it. */
interface Step {
  readonly node: RootContent;
  readonly context: MarkupContext;
  /** How many block quotes are around: each of their lines may begin with as many `>`. */
  readonly quotes: number;
}

/**
 * Reads the blocks of a Markdown tree.
 *
 * @param masked the source, masked with `maskLines`, from which the tree was made.
 */
export function readMarkdown(source: TemplateSource, masked: string, root: Root): readonly Block[] {
  const blocks: Block[] = [];
  const links = new MarkdownLinks(source, masked, root);
  const steps: Step[] = [...root.children].reverse().map((node) => ({ node, context: outermostContext, quotes: 0 }));
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const hasText = blocks.length > 0;
    for (const block of readBlock(source, masked, step, links)) {
      // Only what is hidden at the very top is the preheader.
      blocks.push(hasText && block.role === 'preheader' ? { ...block, role: 'hidden' } : block);
    }
    const { node } = step;
    if (!('children' in node) || isPhrasingParent(node)) continue;
    const context = contextIn(node, step.context);
    const quotes = step.quotes + (node.type === 'blockquote' ? 1 : 0);
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) steps.push({ node: child, context, quotes });
    }
  }
  return blocks;
}

type PhrasingParent = Extract<RootContent, { type: 'paragraph' | 'heading' | 'tableCell' }>;

function isPhrasingParent(node: Nodes): node is PhrasingParent {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

function contextIn(node: Nodes, context: MarkupContext): MarkupContext {
  const name = node.type.toLowerCase();
  const nesting = context.nesting.length < 64 ? [...context.nesting, name] : context.nesting;
  return { ...context, nesting, ...(node.type === 'listItem' && { role: 'list-item' as const }) };
}

function readBlock(source: TemplateSource, masked: string, step: Step, links: MarkdownLinks): readonly Block[] {
  const { node, context } = step;
  const range = rangeOf(node);
  switch (node.type) {
    case 'html':
      return readMarkup(source, masked, range, context).blocks;
    case 'code':
      return readCode(source, range, context);
    case 'paragraph':
      return readPhrasing(source, masked, step, node, isButton(node) ? 'button' : context.role, links);
    case 'heading':
      return readPhrasing(
        source,
        masked,
        { ...step, context: headingContext(context, node.depth) },
        node,
        'heading',
        links,
      );
    case 'tableCell':
      return readPhrasing(source, masked, step, node, 'table-cell', links);
    default:
      return [];
  }
}

/** Headings in em, by depth; what a file in Markdown leaves open is as its author sees it while writing. */
const headingSizes = ['1.6em', '1.4em', '1.2em'];

function headingContext(context: MarkupContext, depth: number): MarkupContext {
  const size = headingSizes[depth - 1] ?? '1em';
  const style = computeStyle(
    context.style,
    new Map([
      ['font-size', size],
      ['font-weight', 'bold'],
    ]),
  );
  return { ...context, depth, style };
}

function readCode(source: TemplateSource, range: SourceRange, context: MarkupContext): readonly Block[] {
  const builder = new BlockBuilder(source);
  builder.append(range.start, range.end, 'plain');
  const nesting = [...context.nesting, 'code'];
  return builder.take().map((draft) => toBlock(draft, context.role, { ...context, nesting }));
}

function readPhrasing(
  source: TemplateSource,
  masked: string,
  { context, quotes }: Step,
  node: PhrasingParent,
  role: BlockRole,
  links: MarkdownLinks,
): readonly Block[] {
  const reader = new PhrasingReader(source, masked, links, context, quotes);
  return reader.read(node.children, role);
}

/** A paragraph that is nothing but a link in bold type is a button. */
function isButton(paragraph: Paragraph): boolean {
  const outer = onlyChild(paragraph.children);
  if (outer === undefined || !('children' in outer)) return false;
  const inner = onlyChild(outer.children);
  const isLink = (node: PhrasingContent | undefined) => node?.type === 'link' || node?.type === 'linkReference';
  return (isLink(outer) && inner?.type === 'strong') || (outer.type === 'strong' && isLink(inner));
}

function onlyChild(children: readonly PhrasingContent[]): PhrasingContent | undefined {
  const seen = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return seen.length === 1 ? seen[0] : undefined;
}

/** Where a node stands. */
export function rangeOf(node: Nodes): SourceRange {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
