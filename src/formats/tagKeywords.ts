import { isWordUnit } from './characters.js';
import type { TagBlock, TemplateTagFamily } from './TemplateTagFamily.js';

/** What a tag's first words say about the block that it may belong to. */
export type TagMeaning =
  | { readonly kind: 'open'; readonly block: TagBlock; readonly endKey: string; readonly condition: string }
  | { readonly kind: 'elseIf'; readonly condition: string }
  | { readonly kind: 'else' }
  | { readonly kind: 'end'; readonly endKeys: readonly string[] };

/** As much of a tag as keywords are looked for in. */
const headLength = 64;

/**
 * Reads the keyword of a tag's content. Several meanings are possible (`end` closes more than one kind of block); they
 * come in the order in which they should be tried.
 */
export function tagMeanings(family: TemplateTagFamily, rawContent: string): readonly TagMeaning[] {
  const content = (family.prefix ?? '') + rawContent;
  const meanings: TagMeaning[] = [];
  if ((family.else ?? []).some((keyword) => isElse(family, content, keyword))) meanings.push({ kind: 'else' });
  const elseIf = longestKeyword(family, content, family.elseIf ?? []);
  if (elseIf !== undefined) meanings.push({ kind: 'elseIf', condition: rest(content, elseIf) });
  const endKeys = matchingEnds(family, content);
  if (endKeys.length > 0) meanings.push({ kind: 'end', endKeys });
  const open = openedBlock(family, content);
  if (open !== undefined) meanings.push(open);
  return meanings;
}

/** What a tag is to the reader when no block explains it. */
export function roleOf(family: TemplateTagFamily, content: string): TemplateTagFamily['role'] {
  if (longestKeyword(family, content, family.placeholders ?? []) !== undefined) return 'placeholder';
  if (longestKeyword(family, content, family.controls ?? []) !== undefined) return 'control';
  if (family.plainNames !== undefined && isPlainName(content)) return family.plainNames;
  return family.role;
}

function isPlainName(content: string): boolean {
  for (let index = 0; index < content.length; index++) {
    const unit = content.charCodeAt(index);
    if (!isWordUnit(unit) && content[index] !== '.') return false;
  }
  return content !== '';
}

function startsWithKeyword(family: TemplateTagFamily, content: string, keyword: string): boolean {
  const head = content.slice(0, keyword.length);
  const matches = family.ignoreCase === true ? head.toLowerCase() === keyword.toLowerCase() : head === keyword;
  if (!matches) return false;
  return !isWordUnit(keyword.charCodeAt(keyword.length - 1)) || !isWordUnit(content.charCodeAt(keyword.length));
}

function longestKeyword(family: TemplateTagFamily, content: string, keywords: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const keyword of keywords) {
    if (keyword.length <= (best?.length ?? -1)) continue;
    if (startsWithKeyword(family, content.slice(0, headLength), keyword)) best = keyword;
  }
  return best;
}

function isElse(family: TemplateTagFamily, content: string, keyword: string): boolean {
  if (content.length > headLength || !startsWithKeyword(family, content, keyword)) return false;
  return /^[\s:;{]*$/.test(content.slice(keyword.length));
}

function matchingEnds(family: TemplateTagFamily, content: string): readonly string[] {
  const keys = new Set<string>();
  for (const block of family.blocks ?? []) {
    if (block.kind !== 'section' && startsWithKeyword(family, content, block.end)) keys.add(block.end);
    if (block.kind === 'section' && content.startsWith(block.end)) keys.add(block.end + firstName(content, 1));
  }
  // A family may close what another one of its dialect has opened (`</#if>`, Velocity's `#end`).
  if (family.dialect !== undefined && family.blocks === undefined) keys.add(content.trim());
  if (family.needsBlock === true) keys.add(content.replace('{', '').replace('}', ''));
  return [...keys];
}

function openedBlock(family: TemplateTagFamily, content: string): TagMeaning | undefined {
  for (const block of family.blocks ?? []) {
    if (!startsWithKeyword(family, content, block.open) && block.open !== '') continue;
    if (block.openEnd !== undefined && !endsWithKeyword(content, block.openEnd)) continue;
    if (block.kind !== 'section') {
      return { kind: 'open', block, endKey: block.end, condition: rest(content, block.open, block.openEnd) };
    }
    const name = firstName(content, block.open.length);
    if (name === '') continue;
    return { kind: 'open', block, endKey: block.end + name, condition: rest(content, block.open) };
  }
  return undefined;
}

function endsWithKeyword(content: string, keyword: string): boolean {
  const end = withoutBlockParameters(content);
  if (!end.endsWith(keyword)) return false;
  const before = end.charCodeAt(end.length - keyword.length - 1);
  return !isWordUnit(keyword.charCodeAt(0)) || !isWordUnit(before);
}

/** `items.each do |item|` without its `|item|`. */
function withoutBlockParameters(content: string): string {
  if (!content.endsWith('|')) return content;
  const bar = content.lastIndexOf('|', content.length - 2);
  return bar < 0 ? content : content.slice(0, bar).trimEnd();
}

function firstName(content: string, from: number): string {
  let start = from;
  while (content[start] === ' ') start++;
  let end = start;
  while (end < content.length && !/\s/.test(content[end] ?? ' ')) end++;
  return content.slice(start, end);
}

function rest(content: string, keyword: string, openEnd = ''): string {
  const text = content.slice(keyword.length).trim();
  return openEnd !== '' && text.endsWith(openEnd) ? text.slice(0, -openEnd.length).trim() : text;
}
