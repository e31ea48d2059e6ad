import { decodeAttribute } from '../decodeAttribute.js';
import { endingTags, includeElements } from '../markupElements.js';
import { type MarkupElement, parseMarkup } from '../markupTree.js';
import { maskMarkup } from '../maskTags.js';
import type { TemplateSource } from '../TemplateSource.js';
import type { IncludeSite } from './IncludePlan.js';

/** What MJML takes an included file for. */
export type IncludedAs = 'mjml' | 'html' | 'css' | 'inline-css';

/**
 * The `mj-include` elements of an MJML file, in order. Those in text are none: MJML leaves them as they are. One whose
 * path the sender fills in leads nowhere yet.
 */
export function findMjIncludes(source: TemplateSource): readonly IncludeSite[] {
  if (!/<mj-include/i.test(source.text)) return [];
  const found: IncludeSite[] = [];
  const pending = [parseMarkup(maskMarkup(source))];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    if (includeElements.has(element.name)) {
      const site = siteOf(element, source);
      if (site !== undefined) found.push(site);
    }
    // An include that is never closed seems to hold all that follows.
    if (!endingTags.has(element.name)) {
      for (const child of element.children) if (child.kind === 'element') pending.push(child);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function siteOf(element: MarkupElement, source: TemplateSource): IncludeSite | undefined {
  const stated = (name: string): string | undefined => {
    const range = element.attributes.find((attribute) => attribute.name === name)?.value;
    if (range === undefined) return undefined;
    const isFilledIn = (source.tags[source.tagIndexAfter(range.start)]?.start ?? range.end) < range.end;
    return isFilledIn ? undefined : decodeAttribute(source, range).trim();
  };
  const target = stated('path');
  if (target === undefined || target === '') return undefined;
  const isEmpty = element.children.every(
    (child) => child.kind === 'text' && source.text.slice(child.start, child.end).trim() === '',
  );
  // Without an end tag the parser takes in all that follows.
  const end = isEmpty ? element.end : element.contentStart;
  return { kind: 'include', start: element.start, end, target, as: typeOf(stated), isOptional: false };
}

function typeOf(stated: (name: string) => string | undefined): IncludedAs {
  switch (stated('type')?.toLowerCase()) {
    case 'css':
      return stated('css-inline')?.toLowerCase() === 'inline' ? 'inline-css' : 'css';
    case 'html':
      return 'html';
    default:
      return 'mjml';
  }
}
