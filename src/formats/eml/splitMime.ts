import type { FormatProblem } from '../../mail/Mail.js';
import type { SourceRange } from '../../mail/SourceRange.js';
import { lineEnd } from '../frontMatter.js';
import type { HeaderField } from './HeaderField.js';
import type { MimePart } from './MimePart.js';
import { type ParameterizedValue, readParameters } from './readParameters.js';

/** Parts nested deeper than this are not taken apart. No mail program nests them half as deep. */
const maxDepth = 32;

export interface MimeMail {
  /** The headers of the mail itself. */
  readonly headers: readonly HeaderField[];
  /** All parts without parts of their own, in the order of the file. */
  readonly parts: readonly MimePart[];
  readonly problems: readonly FormatProblem[];
}

/** A multipart whose end has not come yet. */
interface OpenMultipart {
  readonly delimiter: string;
  readonly defaultType: string;
}

/** What a delimiter line closes. */
interface DelimiterLine {
  /** Index of its multipart among the open ones. */
  readonly level: number;
  readonly isLast: boolean;
}

/**
 * Takes a mail apart into headers and parts. Every line is looked at once, whatever the mail's structure; a mail that
 * breaks off ends where the file does.
 *
 * @example splitMime('Subject: Hi\n\nHello').parts[0]?.body // { start: 13, end: 18 }
 */
export function splitMime(source: string): MimeMail {
  return new MimeSplitter(source).split();
}

class MimeSplitter {
  readonly #source: string;
  readonly #open: OpenMultipart[] = [];
  readonly #parts: MimePart[] = [];
  readonly #problems: FormatProblem[] = [];
  #offset = 0;

  constructor(source: string) {
    this.#source = source;
  }

  split(): MimeMail {
    if (this.#source.startsWith('\uFEFF')) this.#offset = 1;
    if (/^>?From /.test(this.#source.slice(this.#offset, this.#offset + 6))) this.#nextLine();
    const headers = this.#readHeaders();
    this.#readEntity(headers, 'text/plain');
    while (this.#offset < this.#source.length) {
      const delimiter = this.#delimiterAt(this.#offset);
      this.#nextLine();
      if (delimiter !== undefined) this.#cross(delimiter);
    }
    return { headers, parts: this.#parts, problems: this.#problems };
  }

  /** Goes on behind a delimiter line. */
  #cross({ level, isLast }: DelimiterLine): void {
    this.#open.length = level + (isLast ? 0 : 1);
    if (!isLast) this.#readEntity(this.#readHeaders(), this.#open[level]?.defaultType ?? 'text/plain');
  }

  /** Reads what follows the headers of a mail or part: opens a multipart, or reads up to the next delimiter. */
  #readEntity(headers: readonly HeaderField[], defaultType: string): void {
    const type = this.#contentType(headers, defaultType);
    if (type.value.startsWith('multipart/') && this.#openMultipart(headers, type)) return;
    const start = this.#offset;
    const end = this.#skipToDelimiter();
    const disposition = readParameters(headerValue(this.#source, headers, 'content-disposition')).value;
    const encoding = readParameters(headerValue(this.#source, headers, 'content-transfer-encoding')).value;
    this.#parts.push({
      headers,
      type,
      transferEncoding: encoding.split(/\s/)[0] ?? '',
      isAttachment: disposition === 'attachment',
      body: { start, end },
    });
  }

  #contentType(headers: readonly HeaderField[], defaultType: string): ParameterizedValue {
    const type = readParameters(headerValue(this.#source, headers, 'content-type'));
    const value = type.value === 'text' || !type.value.includes('/') ? defaultType : type.value;
    return { ...type, value };
  }

  #openMultipart(headers: readonly HeaderField[], type: ParameterizedValue): boolean {
    const boundary = type.parameters.get('boundary')?.trimEnd() ?? '';
    const range = headers.find(({ name }) => name === 'content-type')?.value ?? { start: 0, end: 0 };
    if (boundary === '') {
      this.#problems.push({ message: 'This multipart mail names no boundary, so its parts cannot be found.', range });
      return false;
    }
    if (this.#open.length >= maxDepth) {
      this.#problems.push({ message: `Parts are nested more than ${maxDepth} deep here and were not read.`, range });
      return false;
    }
    const defaultType = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    this.#open.push({ delimiter: `--${boundary}`, defaultType });
    return true;
  }

  /** Reads fields up to the first empty line; a delimiter line ends them, too. */
  #readHeaders(): readonly HeaderField[] {
    const headers: HeaderField[] = [];
    let folded: { name: string; start: number; end: number } | undefined;
    const finish = () => {
      if (folded !== undefined) headers.push({ name: folded.name, value: trimmed(this.#source, folded) });
      folded = undefined;
    };
    while (this.#offset < this.#source.length) {
      const start = this.#offset;
      const end = contentEnd(this.#source, start, lineEnd(this.#source, start));
      if (end > start && this.#delimiterAt(start) !== undefined) break;
      this.#nextLine();
      if (end === start) break;
      if (folded !== undefined && isBlank(this.#source.charCodeAt(start))) {
        folded.end = end;
        continue;
      }
      finish();
      const colon = this.#source.slice(start, end).indexOf(':');
      if (colon <= 0) continue;
      const name = this.#source
        .slice(start, start + colon)
        .trim()
        .toLowerCase();
      folded = { name, start: start + colon + 1, end };
    }
    finish();
    return headers;
  }

  /** Skips to the next delimiter line; returns where the text before it ends. */
  #skipToDelimiter(): number {
    const start = this.#offset;
    while (this.#offset < this.#source.length) {
      if (this.#delimiterAt(this.#offset) !== undefined) {
        return Math.max(start, contentEnd(this.#source, start, this.#offset - 1));
      }
      this.#nextLine();
    }
    return this.#source.length;
  }

  /** The delimiter that the line at an offset is, of the innermost multipart that has it. */
  #delimiterAt(offset: number): DelimiterLine | undefined {
    if (!this.#source.startsWith('--', offset)) return undefined;
    for (let level = this.#open.length - 1; level >= 0; level--) {
      const delimiter = this.#open[level]?.delimiter ?? '';
      if (!this.#source.startsWith(delimiter, offset)) continue;
      const after = offset + delimiter.length;
      const isLast = this.#source.startsWith('--', after);
      const rest = this.#source.slice(isLast ? after + 2 : after, lineEnd(this.#source, offset));
      if (rest.trim() === '') return { level, isLast };
    }
    return undefined;
  }

  #nextLine(): void {
    this.#offset = Math.min(lineEnd(this.#source, this.#offset) + 1, this.#source.length);
  }
}

/** The value of a header as it stands in the file, folded lines joined; empty where there is none. */
export function headerValue(source: string, headers: readonly HeaderField[], name: string): string {
  const field = headers.find((header) => header.name === name);
  return field === undefined ? '' : source.slice(field.value.start, field.value.end).replace(/\r?\n/g, '');
}

/** Where a line's text ends that ends in a line feed, with or without a carriage return, at `end`. */
function contentEnd(source: string, start: number, end: number): number {
  return end > start && source.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
}

function trimmed(source: string, range: SourceRange): SourceRange {
  let { start, end } = range;
  while (start < end && source.charCodeAt(start) <= 0x20) start++;
  while (end > start && source.charCodeAt(end - 1) <= 0x20) end--;
  return { start, end };
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}
