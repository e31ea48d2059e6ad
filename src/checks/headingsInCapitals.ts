import type { Block, Mail } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { TypographyOptions } from '../rulebook/Rule.js';

/** A small letter that has a capital which people use; ß has none. */
const smallLetter = /[^\P{Ll}ß]/u;

/** A line of plain text with more words than this is no heading. */
const mostHeadingWords = 8;

type HeadingOptions = Pick<TypographyOptions, 'capitalHeadings' | 'fewestStyledHeadings'>;

/**
 * The headings in which capitals show nothing: all, where the house sets them so, and those of a mail that sets enough of
 * them in capitals and none otherwise. In plain text, which has no other way to mark a heading, the words in
 * capitals that a paragraph opens with are one.
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
  for (const { block, range } of quiet) {
    const own = byBlock.get(block);
    if (own) own.push(range);
    else byBlock.set(block, [range]);
  }
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

/** The words in capitals that a block opens with, where they are few and no sentence. */
function headingLines(block: Block): readonly HeadingPlace[] {
  if (block.role !== 'paragraph' && block.role !== 'heading') return [];
  const words = block.text.value.matchAll(/\S+/gu);
  let end = 0;
  let count = 0;
  for (const { 0: word, index } of words) {
    if (smallLetter.test(word)) break;
    end = index + word.length;
    count += 1;
    if (count > mostHeadingWords) return [];
  }
  const line = { block, range: { start: 0, end } };
  return isInCapitals(line) && !/[.!?]$/u.test(textOf(line)) ? [line] : [];
}

function isInCapitals(place: HeadingPlace): boolean {
  const text = textOf(place);
  return /\p{Lu}{2}/u.test(text) && !smallLetter.test(text);
}

function textOf({ block, range }: HeadingPlace): string {
  return block.text.value.slice(range.start, range.end);
}
