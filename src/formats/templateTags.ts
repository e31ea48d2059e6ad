import { matchTagContent } from './matchTagContent.js';
import { rawTextRanges } from './rawTextRanges.js';
import type { TemplateTagFamily } from './TemplateTagFamily.js';

/** A template tag as it stands in the source, before anything is known about its meaning. */
export interface FoundTag {
  readonly start: number;
  readonly end: number;
  readonly family: TemplateTagFamily;
  /** What stands between the delimiters, without the marks that control white space, trimmed. */
  readonly content: string;
}

/**
 * Finds the template tags of a source, in order and without overlap. Tags in `<style>`, `<script>` and `<mj-style>` are
 * left alone when `isMarkup` is set. Takes time linear in the source, whatever is in it.
 *
 * @example findTemplateTags('Hi {{ name }}', families, false) // one tag, 3 to 13, content 'name'
 */
export function findTemplateTags(
  source: string,
  families: readonly TemplateTagFamily[],
  isMarkup: boolean,
): readonly FoundTag[] {
  const byFirstUnit = groupByFirstUnit(families);
  const search = new ForwardSearch(source);
  const tags: FoundTag[] = [];
  let offset = 0;
  for (const gap of [...(isMarkup ? rawTextRanges(source) : []), { start: source.length, end: source.length }]) {
    while (offset < gap.start) {
      const candidates = byFirstUnit.get(source.charCodeAt(offset));
      const tag = candidates && tagAt(source, offset, candidates, search);
      if (tag !== undefined && tag.end <= gap.start) {
        tags.push(tag);
        offset = tag.end;
      } else {
        offset++;
      }
    }
    offset = Math.max(offset, gap.end);
  }
  return tags;
}

/** Remembers where each string was found last, so that openers without a closer cost one search in all. */
export class ForwardSearch {
  readonly #source: string;
  readonly #found = new Map<string, number>();

  constructor(source: string) {
    this.#source = source;
  }

  /** The first offset at or after `from` where `text` stands, or the source's length. `from` may only grow per text. */
  next(text: string, from: number): number {
    const known = this.#found.get(text);
    if (known !== undefined && known >= from) return known;
    const found = this.#source.indexOf(text, from);
    const offset = found < 0 ? this.#source.length : found;
    this.#found.set(text, offset);
    return offset;
  }
}

function groupByFirstUnit(families: readonly TemplateTagFamily[]): ReadonlyMap<number, readonly TemplateTagFamily[]> {
  const groups = new Map<number, TemplateTagFamily[]>();
  for (const family of families) {
    const unit = family.open.charCodeAt(0);
    const group = groups.get(unit);
    if (group === undefined) groups.set(unit, [family]);
    else group.push(family);
  }
  return groups;
}

function tagAt(
  source: string,
  start: number,
  candidates: readonly TemplateTagFamily[],
  search: ForwardSearch,
): FoundTag | undefined {
  for (const family of candidates) {
    if (!source.startsWith(family.open, start)) continue;
    const contentStart = start + family.open.length;
    const contentEnd = matchTagContent(source, contentStart, family, search);
    if (contentEnd === undefined) continue;
    const isOpenEnded = family.close === '' || family.content === 'call';
    const end = isOpenEnded ? contentEnd : contentEnd + family.close.length;
    if (family.notBefore !== undefined && end < source.length && family.notBefore.includes(source.charAt(end)))
      continue;
    return { start, end, family, content: withoutTrimMarks(source.slice(contentStart, contentEnd)) };
  }
  return undefined;
}

/** `{%- if x -%}` and `{{~name~}}` say with their marks only what happens to the white space around them. */
function withoutTrimMarks(content: string): string {
  const isMark = (unit: string | undefined) => unit === '-' || unit === '~';
  let start = 0;
  let end = content.length;
  if (isMark(content[start])) start++;
  if (end > start && isMark(content[end - 1])) end--;
  return content.slice(start, end).trim();
}
