import type { Block, BlockRole } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import { BlockBuilder } from './BlockBuilder.js';
import { findBareLinks } from './bareLinks.js';
import { lineEnd } from './frontMatter.js';
import { outermostContext, toBlock } from './markupBlocks.js';
import type { TemplateSource } from './TemplateSource.js';

/** Lines that belong together. */
interface Passage extends SourceRange {
  readonly role: BlockRole;
  readonly depth?: number;
}

/**
 * Reads plain text: paragraphs between blank lines, list items, headings with a line of hyphens or equals signs below.
 *
 * @param masked the source, masked with `maskLines`.
 */
export function readText(source: TemplateSource, masked: string, start: number): readonly Block[] {
  return findPassages(masked, start).flatMap((passage) => {
    const builder = new BlockBuilder(source);
    appendWithLinks(builder, source, masked, passage);
    const context = passage.depth === undefined ? outermostContext : { ...outermostContext, depth: passage.depth };
    return builder.take().map((draft) => toBlock(draft, passage.role, context));
  });
}

function findPassages(masked: string, start: number): readonly Passage[] {
  const passages: Passage[] = [];
  let open: Passage | undefined;
  const close = () => {
    if (open !== undefined) passages.push(open);
    open = undefined;
  };
  for (let line = start; line < masked.length; ) {
    const end = lineEnd(masked, line);
    const text = masked.slice(line, end).trim();
    const itemStart = listItemStart(masked, line, end);
    if (text === '' || isRule(text)) {
      if (open !== undefined && open.role === 'paragraph' && isUnderline(text) && isOneLine(masked, open)) {
        open = { ...open, role: 'heading', depth: text.startsWith('=') ? 1 : 2 };
      }
      close();
    } else if (itemStart !== undefined) {
      close();
      open = { role: 'list-item', start: itemStart, end };
    } else {
      open = open === undefined ? { role: 'paragraph', start: line, end } : { ...open, end };
    }
    line = end + 1;
  }
  close();
  return passages;
}

/** Whether a line only divides: hyphens, stars, underscores, the mark before a signature. */
function isRule(text: string): boolean {
  return text === '--' || (text.length >= 3 && /^[-=*_~#+–—•·. ]+$/.test(text) && !/^[. ]+$/.test(text));
}

function isUnderline(text: string): boolean {
  return text.length >= 3 && (/^=+$/.test(text) || /^-+$/.test(text));
}

function isOneLine(masked: string, passage: Passage): boolean {
  return lineEnd(masked, passage.start) >= passage.end;
}

/** Where the text of a list item begins, if a line is one. */
function listItemStart(masked: string, start: number, end: number): number | undefined {
  const match = /^[ \t]{0,20}(?:[-*+•–]|\d{1,3}[.)])[ \t]{1,20}(?=\S)/.exec(
    masked.slice(start, Math.min(end, start + 60)),
  );
  return match === null ? undefined : start + match[0].length;
}

function appendWithLinks(builder: BlockBuilder, source: TemplateSource, masked: string, passage: SourceRange): void {
  let offset = passage.start;
  for (const link of findBareLinks(masked, passage.start, passage.end)) {
    const range = { start: link.start, end: link.end };
    builder.append(offset, link.start, 'plain');
    builder.openLink({
      href: link.prefix + source.text.slice(link.start, link.end),
      hrefRange: range,
      range,
      branches: source.branchesAt(link.start),
    });
    builder.append(link.start, link.end, 'plain');
    builder.closeLink();
    offset = link.end;
  }
  builder.append(offset, passage.end, 'plain');
}
