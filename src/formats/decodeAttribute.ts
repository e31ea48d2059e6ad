import type { SourceRange } from '../mail/SourceRange.js';
import { decodeCharacterReference } from './decodeCharacterReference.js';
import type { TemplateSource } from './TemplateSource.js';

/** An attribute's value as a browser reads it, except that template tags stay as they stand in the source. */
export function decodeAttribute(source: TemplateSource, range: SourceRange): string {
  const raw = source.text.slice(range.start, range.end);
  if (!raw.includes('&')) return raw;
  const parts: string[] = [];
  let offset = range.start;
  let tagIndex = source.tagIndexAfter(offset);
  while (offset < range.end) {
    const tag = source.tags[tagIndex];
    const textEnd = Math.min(tag?.start ?? range.end, range.end);
    parts.push(decodeText(source.text, offset, textEnd));
    const tagEnd = Math.min(tag?.end ?? range.end, range.end);
    parts.push(source.text.slice(Math.max(offset, textEnd), tagEnd));
    offset = Math.max(textEnd, tagEnd);
    tagIndex++;
  }
  return parts.join('');
}

function decodeText(text: string, start: number, end: number): string {
  const parts: string[] = [];
  let offset = start;
  while (offset < end) {
    const ampersand = text.indexOf('&', offset);
    if (ampersand < 0 || ampersand >= end) break;
    const decoded = decodeCharacterReference(text, ampersand, end, 'attribute');
    parts.push(text.slice(offset, ampersand), decoded?.text ?? '&');
    offset = ampersand + (decoded?.length ?? 1);
  }
  parts.push(text.slice(offset, Math.max(offset, end)));
  return parts.join('');
}
