import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Point } from 'unist';
import type { SourceRange } from '../mail/SourceRange.js';
import { ParseMemory } from './ParseMemory.js';
import { splitMarkdown } from './splitMarkdown.js';

const processor = unified().use(remarkParse).use(remarkGfm).use(keepPlaces).freeze();

/**
 * Parses the Markdown from `start` on into an mdast tree in which every node knows its offsets in the whole source.
 * Lines and columns are not kept.
 *
 * @param memory of what was parsed before.
 */
export function parseMarkdown(masked: string, start: number, memory: ParseMemory = new ParseMemory()): Root {
  const children: RootContent[] = [];
  const { chunks, labels } = splitMarkdown(masked, start);
  // A label is known in every chunk; where it leads to is looked up in the tree as a whole.
  const known = `\n\n${labels.map((label) => `[${label}]: x`).join('\n')}`;
  // The parser's time grows with the square of the number of lists, so long files are parsed bit by bit.
  for (const chunk of chunks) {
    if (chunk.isLongLine) children.push(asParagraph(chunk));
    else {
      const text = masked.slice(chunk.start, chunk.end);
      const nodes = memory.markdown.recall(text + known, () => parseChunk(text, known));
      for (const node of nodes) children.push(movedBy(chunk.start, node));
    }
  }
  return { type: 'root', children };
}

function parseChunk(text: string, known: string): readonly RootContent[] {
  return processor.parse(text + known).children.filter((node) => (node.position?.start.offset ?? 0) < text.length);
}

function asParagraph({ start, end }: SourceRange): RootContent {
  const position = { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
  return { type: 'paragraph', children: [{ type: 'text', value: '', position }], position };
}

/** A copy of a node with other offsets; the node itself may be asked for again. */
function movedBy<Moved extends Nodes>(base: number, node: Moved): Moved {
  const root = copyMovedBy(base, node);
  const pending: Nodes[] = [root];
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    if (!('children' in parent)) continue;
    const children: Nodes[] = parent.children;
    for (const [index, child] of children.entries()) {
      const moved = copyMovedBy(base, child);
      children[index] = moved;
      pending.push(moved);
    }
  }
  return root;
}

function copyMovedBy<Moved extends Nodes>(base: number, node: Moved): Moved {
  const { position } = node;
  return {
    ...node,
    ...('children' in node && { children: [...node.children] }),
    ...(position && { position: { start: pointMovedBy(base, position.start), end: pointMovedBy(base, position.end) } }),
  };
}

function pointMovedBy(base: number, point: Point): Point {
  return point.offset === undefined ? point : { ...point, offset: point.offset + base };
}

/** Leaves out the second search for addresses, which puts nodes without a place into the tree. */
function keepPlaces(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat(2)
    .map((extension) => ({ ...extension, transforms: [] }));
}
