import type { Code, Heading, Link, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** An example in a rule's page: a whole mail that the rule flags or lets pass. */
export interface PageExample {
  readonly verdict: 'flag' | 'pass';
  /** A folder is a small campaign, written as `readBundle` says. */
  readonly format: 'markdown' | 'html' | 'eml' | 'folder';
  readonly text: string;
  /** The heading that it stands under. */
  readonly section: string;
  /** 1-based line of the page. */
  readonly line: number;
}

/** A rule's page, as far as its readers rely on its shape. */
export interface RulePage {
  readonly title: string;
  readonly firstParagraph: string;
  readonly sections: readonly PageSection[];
  readonly examples: readonly PageExample[];
}

export interface PageSection {
  readonly heading: string;
  /** The words of its paragraphs and lists, without markup. */
  readonly text: string;
  /** Words set as code, outside of blocks. */
  readonly codeWords: readonly string[];
  readonly linkTargets: readonly string[];
}

/**
 * Takes a rule's page apart.
 *
 * @throws RangeError for a `flag` or `pass` block of a format that there is not.
 * @example readPage(rule.page.en ?? '').examples
 */
export function readPage(markdown: string): RulePage {
  const root = unified().use(remarkParse).parse(markdown);
  const firstParagraph = root.children.find(({ type }) => type === 'paragraph');
  const groups = groupBySection(root);
  return {
    title: textOf(root.children.filter((node) => isHeading(node, 1))),
    firstParagraph: firstParagraph ? textOf([firstParagraph]) : '',
    sections: groups.map(toSection),
    examples: groups.flatMap(({ heading, nodes }) =>
      nodes.flatMap((node) => (node.type === 'code' ? toExample(node, heading) : [])),
    ),
  };
}

interface SectionNodes {
  readonly heading: string;
  readonly nodes: readonly RootContent[];
}

function groupBySection({ children }: Root): readonly SectionNodes[] {
  const starts = children.flatMap((node, index) => (isHeading(node, 2) ? [index] : []));
  return starts.map((start, index) => ({
    heading: textOf(children.slice(start, start + 1)),
    nodes: children.slice(start + 1, starts[index + 1]),
  }));
}

function isHeading(node: RootContent, depth: number): node is Heading {
  return node.type === 'heading' && node.depth === depth;
}

function toSection({ heading, nodes }: SectionNodes): PageSection {
  const codeWords: string[] = [];
  const links: Link[] = [];
  for (const node of nodes) {
    visit(node, 'inlineCode', ({ value }) => void codeWords.push(value));
    visit(node, 'link', (link) => void links.push(link));
  }
  return { heading, text: textOf(nodes), codeWords, linkTargets: links.map(({ url }) => url) };
}

function toExample({ lang, meta, value, position }: Code, section: string): readonly PageExample[] {
  if (lang !== 'flag' && lang !== 'pass') return [];
  const line = position?.start.line ?? 0;
  return [{ verdict: lang, format: formatNamed(meta ?? 'md', line), text: value, section, line }];
}

function formatNamed(name: string, line: number): PageExample['format'] {
  switch (name) {
    case 'md':
      return 'markdown';
    case 'html':
    case 'eml':
    case 'folder':
      return name;
    default:
      throw new RangeError(
        `Line ${line}: expected “md”, “html”, “eml” or “folder” behind “flag” or “pass”, not “${name}”.`,
      );
  }
}

function textOf(nodes: readonly RootContent[]): string {
  const parts: string[] = [];
  for (const node of nodes) {
    visit(node, (child) => {
      if (child.type === 'text' || child.type === 'inlineCode') parts.push(child.value);
    });
  }
  return parts.join('').replaceAll(/\s+/gu, ' ');
}
