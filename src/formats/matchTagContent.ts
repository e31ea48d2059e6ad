import { isIdentifierUnit, isLetter, isWordUnit } from './characters.js';
import type { TemplateTagFamily } from './TemplateTagFamily.js';
import type { ForwardSearch } from './templateTags.js';

/**
 * Says where the content of a tag ends, whose opening delimiter ends at `start`.
 *
 * @returns the offset of the closing delimiter (of the tag's end, where the family has none), or undefined when what
 * stands there is no tag of this family.
 */
export function matchTagContent(
  source: string,
  start: number,
  family: TemplateTagFamily,
  search: ForwardSearch,
): number | undefined {
  switch (family.content) {
    case 'any':
      return matchDelimited(source, start, family, search);
    case 'line': {
      const end = matchDelimited(source, start, family, search);
      return end === undefined || search.next('\n', start) < end ? undefined : end;
    }
    case 'identifier':
      return matchIdentifier(source, start, family);
    case 'default':
      return matchIdentifierWithDefault(source, start, family);
    case 'known':
      return matchKnownWord(source, start, family, search);
    case 'directive':
      return matchDirective(source, start, family, search);
    case 'call':
      return matchCall(source, start, family);
    case 'path':
      return matchPath(source, start, family);
  }
}

function matchDelimited(
  source: string,
  start: number,
  family: TemplateTagFamily,
  search: ForwardSearch,
): number | undefined {
  let end = search.next(family.close, start);
  if (end >= source.length || end === start || end - start > family.maxLength) return undefined;
  // A second opener inside means that the first was never closed.
  if (search.next(family.open, start) < end) return undefined;
  // `{{${name}}}` holds a brace pair of its own.
  if (source[end + family.close.length] === '}' && family.close === '}}' && hasOpenBrace(source, start, end)) end++;
  return end;
}

function hasOpenBrace(source: string, start: number, end: number): boolean {
  let depth = 0;
  for (let offset = start; offset < end; offset++) {
    if (source[offset] === '{') depth++;
    else if (source[offset] === '}') depth--;
  }
  return depth > 0;
}

function identifierEnd(source: string, start: number, maxLength: number): number {
  let end = start;
  if (!isLetter(source.charCodeAt(start))) return start;
  while (end - start <= maxLength && isIdentifierUnit(source.charCodeAt(end))) end++;
  return end;
}

const hexadecimalByte = /^[0-9a-f]{2}/i;

function matchIdentifier(source: string, start: number, family: TemplateTagFamily): number | undefined {
  const end = identifierEnd(source, start, family.maxLength);
  const length = end - start;
  if (length < 2 || length > family.maxLength || !source.startsWith(family.close, end)) return undefined;
  if (family.notHexadecimal === true && hexadecimalByte.test(source.slice(start, start + 2))) {
    const after = end + family.close.length;
    if (length === 2 || hexadecimalByte.test(source.slice(after, after + 2))) return undefined;
  }
  return end;
}

function matchIdentifierWithDefault(source: string, start: number, family: TemplateTagFamily): number | undefined {
  let end = identifierEnd(source, start, family.maxLength);
  if (end - start < 2 || source[end] !== ',') return undefined;
  while (end - start <= family.maxLength) {
    if (source.startsWith(family.close, end)) return end;
    const unit = source[end];
    if (unit === undefined || unit === '\n' || unit === '{') return undefined;
    end++;
  }
  return undefined;
}

function matchKnownWord(
  source: string,
  start: number,
  family: TemplateTagFamily,
  search: ForwardSearch,
): number | undefined {
  const end = search.next(family.close, start);
  if (end >= source.length || end - start > family.maxLength) return undefined;
  const content = source.slice(start, end).toLowerCase();
  const comma = content.indexOf(',');
  const word = comma < 0 ? content : content.slice(0, comma);
  if (
    comma >= 0 &&
    !content
      .slice(comma + 1)
      .trimStart()
      .startsWith('fallback=')
  )
    return undefined;
  return family.words?.includes(word) ? end : undefined;
}

/** The end of the longest of the family's words that stands at `start`, or undefined. */
function wordEnd(source: string, start: number, family: TemplateTagFamily): number | undefined {
  let best: number | undefined;
  for (const word of family.words ?? []) {
    const end = start + word.length;
    if (!source.startsWith(word, start) || (best !== undefined && best >= end)) continue;
    if (isWordUnit(word.charCodeAt(word.length - 1)) && isWordUnit(source.charCodeAt(end))) continue;
    best = end;
  }
  return best;
}

function matchDirective(
  source: string,
  start: number,
  family: TemplateTagFamily,
  search: ForwardSearch,
): number | undefined {
  const isEnd = source[start] === '/' && family.close !== '';
  const end = wordEnd(source, isEnd ? start + 1 : start, family);
  if (end === undefined || family.close === '') return end;
  return matchDelimited(source, start, family, search) === undefined
    ? undefined
    : closeOutsideParentheses(source, end, start, family);
}

/** In `<#if (a > b)>` the closing delimiter stands inside of parentheses first. */
function closeOutsideParentheses(
  source: string,
  from: number,
  start: number,
  family: TemplateTagFamily,
): number | undefined {
  let depth = 0;
  for (let offset = from; offset - start <= family.maxLength && offset < source.length; offset++) {
    const unit = source[offset];
    if (unit === '(') depth++;
    else if (unit === ')') depth--;
    else if (depth <= 0 && source.startsWith(family.close, offset)) return offset;
  }
  return undefined;
}

function matchCall(source: string, start: number, family: TemplateTagFamily): number | undefined {
  let offset = wordEnd(source, start, family);
  if (offset === undefined) return undefined;
  while (source[offset] === ' ') offset++;
  if (source[offset] !== '(') return undefined;
  let depth = 0;
  for (; offset - start <= family.maxLength && offset < source.length; offset++) {
    if (source[offset] === '(') depth++;
    else if (source[offset] === ')' && --depth === 0) return offset + 1;
  }
  return undefined;
}

function matchPath(source: string, start: number, family: TemplateTagFamily): number | undefined {
  const before = source.charCodeAt(start - family.open.length - 1);
  if (isWordUnit(before)) return undefined;
  const first = source[start] === '!' ? start + 1 : start;
  const unit = source[first];
  if (unit === undefined || unit < 'a' || unit > 'z') return undefined;
  let end = first;
  while (end - start < family.maxLength && isWordUnit(source.charCodeAt(end))) {
    end++;
    if (source[end] === '.' && isLetter(source.charCodeAt(end + 1))) end++;
  }
  return end;
}
