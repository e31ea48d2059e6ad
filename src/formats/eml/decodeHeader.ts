import type { MappedText } from '../../mail/MappedText.js';
import { MappedTextBuilder } from '../../mail/MappedTextBuilder.js';
import type { SourceRange } from '../../mail/SourceRange.js';
import { decodeCharset } from './decodeCharset.js';
import { EncodedUnits, readBase64, readPlain, readQuotedPrintable } from './EncodedUnits.js';

export interface DecodedHeader {
  readonly text: MappedText;
  /** Charsets that the header names and nobody knows. */
  readonly unknownCharsets: readonly string[];
}

interface EncodedWord {
  readonly charset: string;
  readonly encoding: 'b' | 'q';
  /** What stands between the last two question marks. */
  readonly content: SourceRange;
  readonly end: number;
}

/**
 * Decodes the encoded words of a header (RFC 2047); all else stays as it is, line folds included. White space between
 * two encoded words is part of neither, and a character may begin in one and end in the next.
 *
 * @example decodeHeader('=?utf-8?q?Gr=C3=BC=C3=9Fe?=', { start: 0, end: 27 }).text.value // 'Grüße'
 */
export function decodeHeader(source: string, { start, end }: SourceRange): DecodedHeader {
  const builder = new MappedTextBuilder();
  const unknownCharsets: string[] = [];
  const append = (units: EncodedUnits, charset: string) => {
    const { text, isCharsetKnown } = decodeCharset(units, charset);
    if (!isCharsetKnown) unknownCharsets.push(charset);
    for (let index = 0; index < text.value.length; index++) {
      builder.append(text.value.charAt(index), text.starts[index] ?? 0, text.ends[index] ?? 0);
    }
  };
  let plainStart = start;
  for (let offset = start; offset < end; ) {
    const first = source.startsWith('=?', offset) ? encodedWordAt(source, offset, end) : undefined;
    if (first === undefined) {
      offset++;
      continue;
    }
    if (offset > plainStart) append(readPlain(source, { start: plainStart, end: offset }), '');
    offset = appendWords(source, first, end, append);
    plainStart = offset;
  }
  if (end > plainStart) append(readPlain(source, { start: plainStart, end }), '');
  return { text: builder.build(), unknownCharsets };
}

/** Appends an encoded word with those that follow it directly; returns where the last one ends. */
function appendWords(
  source: string,
  first: EncodedWord,
  end: number,
  append: (units: EncodedUnits, charset: string) => void,
): number {
  let word = first;
  let units = readWord(source, word, new EncodedUnits());
  for (;;) {
    const next = encodedWordAt(source, skipWhiteSpace(source, word.end, end), end);
    if (next === undefined) break;
    if (next.charset !== word.charset || isShifted(word.charset)) {
      append(units, word.charset);
      units = new EncodedUnits();
    }
    units = readWord(source, next, units);
    word = next;
  }
  append(units, word.charset);
  return word.end;
}

/** Whether a charset has modes, each word beginning in its first one: joined, the words would hold empty shifts. */
function isShifted(charset: string): boolean {
  return charset.startsWith('iso-2022');
}

function readWord(source: string, { encoding, content }: EncodedWord, units: EncodedUnits): EncodedUnits {
  switch (encoding) {
    case 'b':
      return readBase64(source, content, units);
    case 'q':
      return readQuotedPrintable(source, content, true, units);
  }
}

function encodedWordAt(source: string, offset: number, end: number): EncodedWord | undefined {
  if (!source.startsWith('=?', offset)) return undefined;
  const charsetEnd = nextMark(source, offset + 2, end);
  if (charsetEnd === undefined || charsetEnd === offset + 2) return undefined;
  const encoding = source.charAt(charsetEnd + 1).toLowerCase();
  if ((encoding !== 'b' && encoding !== 'q') || source[charsetEnd + 2] !== '?') return undefined;
  const content = { start: charsetEnd + 3, end: nextMark(source, charsetEnd + 3, end) ?? end };
  if (content.end + 1 >= end || source[content.end + 1] !== '=') return undefined;
  // RFC 2231 lets a language stand behind the charset.
  const [charset = ''] = source
    .slice(offset + 2, charsetEnd)
    .toLowerCase()
    .split('*');
  return { charset, encoding, content, end: content.end + 2 };
}

/** The next question mark, which ends every part of an encoded word. */
function nextMark(source: string, from: number, end: number): number | undefined {
  for (let offset = from; offset < end; offset++) if (source.charCodeAt(offset) === 0x3f) return offset;
  return undefined;
}

function skipWhiteSpace(source: string, from: number, end: number): number {
  let offset = from;
  while (offset < end && /[ \t\r\n]/.test(source.charAt(offset))) offset++;
  return offset;
}
