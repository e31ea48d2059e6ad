import type { Block, Mail } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { TypographyOptions } from '../rulebook/Rule.js';

/** A line of plain text with more words than this is no heading. */
const mostHeadingWords = 8;

type HeadingOptions = Pick<TypographyOptions, 'capitalHeadings' | 'fewestStyledHeadings'>;

/**
 * The headings in which capitals show nothing: all, where the house sets them so, and those of a mail that sets enough of
 * them in capitals and none otherwise. In plain text, which has no other way to mark a heading, a line is one.
 *
 * @returns offsets into each block's text.
 */
export function headingsInCapitals(mail: Mail, options: HeadingOptions): ReadonlyMap<Block, readonly SourceRange[]> {
  const parts = new Set(mail.children.map(({ part }) => part));
  const quiet = [...parts].flatMap((part) => {
    const blocks = mail.children.filter((block) => block.part === part);
    const isPlain = mail.format === 'text' || part === 'text';
    const headings = isPlain ? blocks.flatMap(headingLines) : blocks.filter(isHeading).map(wholeBlock);
    const isStyle = headings.length >= options.fewestStyledHeadings && headings.every(isInCapitals);
    return options.capitalHeadings || isStyle ? headings : [];
  });
  const byBlock = new Map<Block, SourceRange[]>();
  for (const { block, range } of quiet) byBlock.set(block, [...(byBlock.get(block) ?? []), range]);
  return byBlock;
}

interface HeadingPlace {
  readonly block: Block;
  readonly range: SourceRange;
}

function isHeading({ role }: Block): boolean {
  return role === 'heading';
}

function wholeBlock(block: Block): HeadingPlace {
  return { block, range: { start: 0, end: block.text.value.length } };
}

function headingLines(block: Block): readonly HeadingPlace[] {
  if (block.role !== 'paragraph' && block.role !== 'heading') return [];
  const lines: HeadingPlace[] = [];
  let start = 0;
  for (const line of block.text.value.split('\n')) {
    const place = { block, range: { start, end: start + line.length } };
    const isShort = line.trim().split(/\s+/u).length <= mostHeadingWords;
    if (isShort && isInCapitals(place) && !/[.!?]$/u.test(line)) lines.push(place);
    start += line.length + 1;
  }
  return lines;
}

function isInCapitals({ block, range }: HeadingPlace): boolean {
  const text = block.text.value.slice(range.start, range.end);
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text.replaceAll('ß', ''));
}
