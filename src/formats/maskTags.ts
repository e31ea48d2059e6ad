import type { TemplateSource } from './TemplateSource.js';
import type { TemplateTag } from './templateBlocks.js';

/** Stands for the characters of a placeholder in the text that the parsers see. */
const filler = 'x';

/**
 * The source of an MJML or HTML file with filler of the same length in place of its template tags: letters for
 * placeholders, so that an attribute without quotes keeps its value, spaces for what leaves no text, so that an
 * attribute beside it keeps its name. Line breaks stay.
 */
export function maskMarkup(source: TemplateSource): string {
  return mask(source, (tag) =>
    source.text.slice(tag.start, tag.end).replace(/[^\r\n]/g, tag.role === 'placeholder' ? filler : ' '),
  );
}

/**
 * The source of a Markdown or text file with filler in place of its template tags. A control tag alone on its line
 * becomes an empty line, so that what it encloses is a paragraph of its own; every other tag becomes one word.
 */
export function maskLines(source: TemplateSource): string {
  return mask(source, (tag) =>
    tag.role !== 'placeholder' && standsAlone(source.text, tag)
      ? source.text.slice(tag.start, tag.end).replace(/[^\r\n]/g, ' ')
      : filler.repeat(tag.end - tag.start),
  );
}

function mask(source: TemplateSource, replacement: (tag: TemplateTag) => string): string {
  const parts: string[] = [];
  let offset = 0;
  for (const tag of source.tags) {
    parts.push(source.text.slice(offset, tag.start), replacement(tag));
    offset = tag.end;
  }
  parts.push(source.text.slice(offset));
  return parts.join('');
}

/** Whether a tag has its line to itself, and does not stand between the rows of a table. */
function standsAlone(text: string, tag: TemplateTag): boolean {
  let start = tag.start;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  if (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') return false;
  let end = tag.end;
  while (text[end] === ' ' || text[end] === '\t' || text[end] === '\r') end++;
  return (end >= text.length || text[end] === '\n') && text[end + 1] !== '|';
}
