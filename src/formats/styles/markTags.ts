import type { SourceRange } from '../../mail/SourceRange.js';
import { decodeAttribute } from '../decodeAttribute.js';
import type { TemplateSource } from '../TemplateSource.js';
import { controlMark, placeholderMark } from './declarations.js';

/**
 * An attribute's value as a browser reads it, with a mark in place of each template tag, so that what depends on one can
 * be told from what does not.
 */
export function markAttribute(source: TemplateSource, range: SourceRange): string {
  const first = source.tagIndexAfter(range.start);
  const isTagged = (source.tags[first]?.start ?? Number.POSITIVE_INFINITY) < range.end;
  if (!isTagged) return decodeAttribute(source, range);
  const parts: string[] = [];
  let offset = range.start;
  for (let index = first; offset < range.end; index++) {
    const tag = source.tags[index];
    const textEnd = Math.max(offset, Math.min(tag?.start ?? range.end, range.end));
    parts.push(decodeAttribute(source, { start: offset, end: textEnd }));
    if (tag === undefined || tag.start >= range.end) break;
    if (tag.role !== 'comment') parts.push(tag.role === 'placeholder' ? placeholderMark : controlMark);
    offset = tag.end;
  }
  return parts.join('');
}

/** The same for a style sheet, whose tags nobody has looked for. Rules that only some readers get count for all. */
export function markStyleSheet(source: TemplateSource, { start, end }: SourceRange): string {
  const css = source.text.slice(start, end);
  const parts: string[] = [];
  let offset = 0;
  for (const tag of source.styleTagsIn(css)) {
    parts.push(css.slice(offset, tag.start));
    if (tag.family.role === 'placeholder') parts.push(placeholderMark);
    offset = tag.end;
  }
  parts.push(css.slice(offset));
  return parts.join('');
}
