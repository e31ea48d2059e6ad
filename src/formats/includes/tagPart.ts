import type { TemplateTagFamily } from '../TemplateTagFamily.js';

/** What a template tag does to put a mail together from several files. */
export type TagPart =
  /** The other file's text stands here. */
  | { readonly kind: 'include'; readonly target: string; readonly isOptional: boolean }
  /** The mail is the other file, with this one's blocks in place of its own. */
  | { readonly kind: 'extends'; readonly target: string; readonly isOptional: boolean }
  | { readonly kind: 'block'; readonly name: string }
  | { readonly kind: 'end-block' }
  /** The block that this one stands in place of. */
  | { readonly kind: 'parent' };

const longestTarget = 300;

/**
 * What a tag's content says about other files.
 *
 * @returns undefined where it says nothing, or where only the sender's data decide which file it is.
 * @example tagPart(handlebars, '> footer') // { kind: 'include', target: 'footer', isOptional: false }
 */
export function tagPart({ parts }: TemplateTagFamily, content: string): TagPart | undefined {
  if (parts === undefined) return undefined;
  if (parts.parent?.includes(content.split(/\s+/).join(''))) return { kind: 'parent' };
  if (parts.block !== undefined && afterKeyword(content, parts.endBlock ?? '') !== undefined)
    return { kind: 'end-block' };
  const blockName = parts.block === undefined ? undefined : afterKeyword(content, parts.block);
  if (blockName !== undefined) return { kind: 'block', name: blockName.split(/[\s%-]/, 1)[0] ?? '' };
  for (const { open, kind, bare } of parts.includes) {
    const argument = afterKeyword(content, open);
    const target = argument === undefined ? undefined : targetIn(argument, bare);
    if (target !== undefined) return { kind, target, isOptional: content.endsWith('ignore missing') };
  }
  return undefined;
}

/** What stands behind a keyword that the content begins with. */
function afterKeyword(content: string, keyword: string): string | undefined {
  if (keyword === '' || !content.startsWith(keyword)) return undefined;
  const rest = content.slice(keyword.length);
  return /\w$/.test(keyword) && /^[\w.]/.test(rest) ? undefined : rest.trim();
}

/** @param bare whether names stand without quotes: any, only those with an ending (others are variables), or none. */
function targetIn(argument: string, bare: 'any' | 'file' | undefined): string | undefined {
  const quote = argument[0];
  if (quote === '"' || quote === "'") {
    const end = argument.indexOf(quote, 1);
    const isJoined = /^\s*[~+?|]/.test(argument.slice(end + 1, end + 20));
    return end < 0 || isJoined ? undefined : plain(argument.slice(1, end));
  }
  const [name = ''] = argument.slice(0, longestTarget + 1).split(/[\s,|)]/, 1);
  if (bare === undefined || (bare === 'file' && !/^[\w/-]{1,200}(?:\.[a-z0-9]{1,10}){1,3}$/i.test(name)))
    return undefined;
  return plain(name);
}

/** A name without anything that is filled in when the mail is made. */
function plain(name: string): string | undefined {
  const target = name.trim();
  return target === '' || target.length > longestTarget || /[{}()<>$*|\\\0\r\n]/.test(target) ? undefined : target;
}
