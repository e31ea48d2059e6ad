import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).use(keepPlaces).freeze();

/** Parses Markdown into an mdast tree in which every node knows its place. */
export function parseMarkdown(masked: string): Root {
  return processor.parse(masked);
}

/** Leaves out the second search for addresses, which puts nodes without a place into the tree. */
function keepPlaces(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat(2)
    .map((extension) => ({ ...extension, transforms: [] }));
}
