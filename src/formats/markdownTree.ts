import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { SourceRange } from '../mail/SourceRange.js';
import { splitMarkdown } from './splitMarkdown.js';

const processor = unified().use(remarkParse).use(remarkGfm).use(keepPlaces).freeze();

/**
 * Parses the Markdown from `start` on into an mdast tree in which every node knows its offsets in the whole source.
 * Lines and columns are not kept.
 */
export function parseMarkdown(masked: string, start: number): Root {
  const children: RootContent[] = [];
  const { chunks, labels } = splitMarkdown(masked, start);
  // A label is known in every chunk; where it leads to is looked up in the tree as a whole.
  const known = `\n\n${labels.map((label) => `[${label}]: x`).join('\n')}`;
  // The parser's time grows with the square of the number of lists, so long files are parsed bit by bit.
  for (const chunk of chunks) {
    if (chunk.isLongLine) children.push(asParagraph(chunk));
    else children.push(...parseChunk(masked.slice(chunk.start, chunk.end), known, chunk.start));
  }
  return { type: 'root', children };
}

function parseChunk(text: string, known: string, base: number): readonly RootContent[] {
  const nodes = processor
    .parse(text + known)
    .children.filter((node) => (node.position?.start.offset ?? 0) < text.length);
  for (const node of nodes) shift(node, base);
  return nodes;
}

function asParagraph({ start, end }: SourceRange): RootContent {
  const position = { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
  return { type: 'paragraph', children: [{ type: 'text', value: '', position }], position };
}

function shift(root: Nodes, base: number): void {
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.position?.start.offset !== undefined) node.position.start.offset += base;
    if (node.position?.end.offset !== undefined) node.position.end.offset += base;
    if ('children' in node) for (const child of node.children) pending.push(child);
  }
}

/** Leaves out the second search for addresses, which puts nodes without a place into the tree. */
function keepPlaces(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat(2)
    .map((extension) => ({ ...extension, transforms: [] }));
}
