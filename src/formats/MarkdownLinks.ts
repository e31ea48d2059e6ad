import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, Root } from 'mdast';
import type { SourceRange } from '../mail/SourceRange.js';
import type { LinkTarget } from './BlockBuilder.js';
import { decodeCharacterReference } from './decodeCharacterReference.js';
import type { TemplateSource } from './TemplateSource.js';

/** Finds out where the links of a Markdown file lead to, and where that stands. */
export class MarkdownLinks {
  readonly #source: TemplateSource;
  readonly #masked: string;
  readonly #definitions = new Map<string, SourceRange>();

  constructor(source: TemplateSource, masked: string, root: Root) {
    this.#source = source;
    this.#masked = masked;
    const pending: Nodes[] = [root];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node.type === 'definition') this.#define(node);
      // Definitions stand among blocks only.
      if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') {
        for (let index = node.children.length - 1; index >= 0; index--) {
          const child = node.children[index];
          if (child !== undefined) pending.push(child);
        }
      }
    }
  }

  target(node: Link | LinkReference): LinkTarget {
    const range = placeOf(node);
    const found = node.type === 'link' ? this.#destinationOf(node) : this.#definitions.get(node.identifier);
    const hrefRange = found ?? range;
    return {
      href: found === undefined ? (node.type === 'link' ? node.url : '') : this.#addressOf(node, found),
      hrefRange,
      range,
      branches: this.#source.branchesAt(range.start),
    };
  }

  /** Where the alternative text of an image stands. */
  altRange(node: Image | ImageReference): SourceRange {
    const { start, end } = placeOf(node);
    const alt = node.alt ?? '';
    const textStart = start + '!['.length;
    if (this.#masked.startsWith(alt, textStart)) return { start: textStart, end: textStart + alt.length };
    const close = this.#masked.lastIndexOf('](', end);
    return { start: textStart, end: close > textStart ? close : end };
  }

  #define(node: Definition): void {
    const { start, end } = placeOf(node);
    const colon = this.#masked.indexOf(']:', start);
    if (colon < 0 || colon >= end || this.#definitions.has(node.identifier)) return;
    this.#definitions.set(node.identifier, destinationAt(this.#masked, colon + 2, end));
  }

  #destinationOf(node: Link): SourceRange | undefined {
    const { start, end } = placeOf(node);
    const lastChild = node.children.at(-1);
    const textEnd = lastChild === undefined ? start + 1 : placeOf(lastChild).end;
    const open = this.#masked.indexOf('](', textEnd);
    if (open >= 0 && open < end) return destinationAt(this.#masked, open + 2, end - 1);
    // What is no `[text](address)` is an address written out, perhaps in angle brackets.
    if (this.#masked[start] === '[') return undefined;
    return this.#masked[start] === '<' ? { start: start + 1, end: end - 1 } : { start, end };
  }

  #addressOf(node: Link | LinkReference, range: SourceRange): string {
    const address = this.#decode(range);
    if (node.type !== 'link') return address;
    // The parser completes addresses without a scheme: `www.shop.example`, `team@shop.example`.
    const written = this.#masked.slice(range.start, range.end);
    return node.url.endsWith(written) ? node.url.slice(0, node.url.length - written.length) + address : address;
  }

  #decode(range: SourceRange): string {
    const { text, tags } = this.#source;
    const parts: string[] = [];
    let tagIndex = this.#source.tagIndexAfter(range.start);
    for (let offset = range.start; offset < range.end; ) {
      const tag = tags[tagIndex];
      const decoded = text[offset] === '&' ? decodeCharacterReference(text, offset, range.end, 'markdown') : undefined;
      if (tag !== undefined && tag.start <= offset) {
        parts.push(text.slice(offset, tag.end));
        offset = tag.end;
        tagIndex++;
      } else if (decoded !== undefined) {
        parts.push(decoded.text);
        offset += decoded.length;
      } else {
        if (text[offset] !== '\\' || !/[!-/:-@[-`{-~]/.test(text.charAt(offset + 1))) parts.push(text.charAt(offset));
        else parts.push(text.charAt(++offset));
        offset++;
      }
    }
    return parts.join('');
  }
}

function placeOf(node: Nodes): SourceRange {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The address at or after `from`: up to white space, or in angle brackets. */
function destinationAt(masked: string, from: number, limit: number): SourceRange {
  let start = from;
  while (start < limit && /\s/.test(masked.charAt(start))) start++;
  if (masked[start] === '<') {
    const close = masked.indexOf('>', start);
    return { start: start + 1, end: close < 0 || close > limit ? limit : close };
  }
  let end = start;
  while (end < limit && !/\s/.test(masked.charAt(end))) end++;
  return { start, end };
}
