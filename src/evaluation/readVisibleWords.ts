import { decodeHTML } from 'entities';
import type { MappedText } from '../mail/MappedText.js';
import { VisibleWords } from './VisibleWords.js';

/** Tags that do not end a word. */
const inlineElements: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code del em font i ins kbd mark q s small span strike strong sub sup tt u wbr'.split(' '),
);

/**
 * The words of a template, of whatever format, for finding a quote in it: one text of what stands between tags, one
 * of what stands in attributes (alternative texts, titles). Comments and metadata are read like text.
 *
 * It deliberately does without the parsers of the formats: were a quote sought in what these make of a mail, text
 * that they lose would look like a wrong label instead of a missed finding.
 *
 * @example readVisibleWords('<p>Jetzt <b>zu</b>stimmen!</p>')[0].value // 'Jetzt zustimmen'
 */
export function readVisibleWords(source: string): readonly MappedText[] {
  const between = new VisibleWords();
  const inside = new VisibleWords();
  const skipTo = hiddenStretches(source);
  let offset = 0;
  while (offset < source.length) {
    const tag = skipTo.tag(offset);
    const hiddenEnd = tag?.end ?? skipTo.markup(offset);
    if (hiddenEnd === undefined) {
      offset = addCharacter(between, source, offset);
      continue;
    }
    if (tag !== undefined) addAttributes(inside, source, tag);
    if (tag === undefined || !inlineElements.has(tag.name)) between.addGap();
    offset = hiddenEnd;
  }
  return [between.toText(), inside.toText()];
}

interface Tag {
  readonly name: string;
  readonly end: number;
  /** Where the quoted values of its attributes stand, without the quotes. */
  readonly values: readonly { readonly start: number; readonly end: number }[];
}

function addAttributes(words: VisibleWords, source: string, tag: Tag): void {
  for (const value of tag.values) {
    words.addGap();
    let offset = value.start;
    while (offset < value.end) offset = addCharacter(words, source, offset);
  }
}

/** Adds the character at `offset`, or the one that a character reference there stands for; returns where it ends. */
function addCharacter(words: VisibleWords, source: string, offset: number): number {
  const reference =
    source[offset] === '&' ? source.slice(offset, offset + 40).match(/^&#?[a-zA-Z0-9]+;/)?.[0] : undefined;
  const character = reference ?? String.fromCodePoint(source.codePointAt(offset) ?? 0);
  const end = offset + character.length;
  for (const decoded of reference === undefined ? character : decodeHTML(reference)) words.add(decoded, offset, end);
  return end;
}

/** Finds what no reader sees, from left to right. Searches are remembered, so that unclosed openings cost nothing. */
function hiddenStretches(source: string) {
  const tagEnd = next(source, '>');
  const quoteEnds = { '"': next(source, '"'), "'": next(source, "'") };
  const lineEnd = next(source, '\n');
  const closings = [
    { open: '](', close: next(source, ')'), length: 1, isOneLine: true },
    { open: '][', close: next(source, ']'), length: 1, isOneLine: true },
    { open: '{%', close: next(source, '%}'), length: 2, isOneLine: false },
  ];
  let areQuotesBalanced = true;
  return {
    tag(offset: number): Tag | undefined {
      if (source[offset] !== '<' || !/[a-zA-Z/!?]/.test(source[offset + 1] ?? '')) return undefined;
      if (source.startsWith('<!--', offset)) return { name: '!--', end: offset + 4, values: [] };
      const tag = areQuotesBalanced ? readTag(source, offset, quoteEnds) : undefined;
      if (tag !== undefined) return tag;
      // A quote that nobody closed would swallow the rest of the mail, for this tag and for each that follows.
      areQuotesBalanced = false;
      const end = tagEnd(offset);
      return end < source.length ? { name: tagName(source, offset), end: end + 1, values: [] } : undefined;
    },
    markup(offset: number): number | undefined {
      const closing = closings.find(({ open }) => source.startsWith(open, offset));
      if (closing === undefined) return undefined;
      const end = closing.close(offset + 2);
      const limit = closing.isOneLine ? lineEnd(offset) : source.length;
      return end < limit ? end + closing.length : undefined;
    },
  };
}

type Next = (from: number) => number;

function readTag(source: string, offset: number, quoteEnds: Record<'"' | "'", Next>): Tag | undefined {
  const values: { start: number; end: number }[] = [];
  let at = offset + 1;
  while (at < source.length && source[at] !== '>') {
    const quote = source[at];
    const isOpening = (quote === '"' || quote === "'") && source[at - 1] === '=';
    const end = isOpening ? quoteEnds[quote](at + 1) : at;
    if (isOpening) values.push({ start: at + 1, end });
    at = end + 1;
  }
  return at < source.length ? { name: tagName(source, offset), end: at + 1, values } : undefined;
}

function tagName(source: string, offset: number): string {
  return (
    source
      .slice(offset, offset + 30)
      .match(/^<\/?([a-zA-Z0-9-]+)/)?.[1]
      ?.toLowerCase() ?? ''
  );
}

/** A search that must be asked for growing offsets; the source's length stands for "none". */
function next(source: string, needle: string): Next {
  let found = -1;
  return (from) => {
    if (found < from) {
      const at = source.indexOf(needle, from);
      found = at < 0 ? source.length : at;
    }
    return found;
  };
}
