import type { Branch, BranchSpan, Link, Placeholder, StyleRun, TextStyle } from '../mail/Mail.js';
import type { MappedText } from '../mail/MappedText.js';
import { MappedTextBuilder } from '../mail/MappedTextBuilder.js';
import type { SourceRange } from '../mail/SourceRange.js';
import { isInvisible, isWhiteSpace } from './characters.js';
import { decodeCharacterReference, type ReferenceContext } from './decodeCharacterReference.js';
import { prevailingRun } from './prevailingRun.js';
import type { TemplateSource } from './TemplateSource.js';
import type { TemplateTag } from './templateBlocks.js';

/** How the characters of a stretch of source are to be read. */
export type Decoding = 'plain' | ReferenceContext;

/** Where a link leads to, and where it stands. */
export type LinkTarget = Omit<Link, 'start' | 'end'>;

/** All that the text itself tells about a block. */
export interface BlockDraft {
  readonly text: MappedText;
  readonly links: readonly Link[];
  readonly placeholders: readonly Placeholder[];
  readonly branches: readonly Branch[];
  readonly branchSpans: readonly BranchSpan[];
  readonly style: TextStyle;
  readonly styleOrigin?: SourceRange;
  readonly styleRuns?: readonly StyleRun[];
}

interface OpenLink {
  readonly target: LinkTarget;
  start: number | undefined;
}

interface PendingSpace {
  start: number;
  end: number;
  lineBreaks: number;
}

interface BranchRun {
  readonly start: number;
  readonly branches: readonly Branch[];
}

const unknownStyle: TextStyle = {};

/**
 * Puts the text of blocks together as a reader sees it: character references decoded, white space folded, invisible
 * characters dropped, template tags read. Two line breaks in a row begin a new block.
 */
export class BlockBuilder {
  readonly #source: TemplateSource;
  #text = new MappedTextBuilder();
  #pending: PendingSpace | undefined;
  #finished: BlockDraft[] = [];
  #links: Link[] = [];
  readonly #openLinks: OpenLink[] = [];
  #placeholders: Placeholder[] = [];
  #branchRuns: BranchRun[] = [];
  #styleRuns: (Omit<StyleRun, 'end'> & { end: number })[] = [];
  /** The style of the text that is appended next. */
  style: TextStyle = unknownStyle;
  /** Where the element stands that gives that text its size and colours. */
  styleOrigin: SourceRange | undefined;

  constructor(source: TemplateSource) {
    this.#source = source;
  }

  get isEmpty(): boolean {
    return this.#text.length === 0 && this.#finished.length === 0;
  }

  /** Appends what the source says from `start` to `end`. */
  append(start: number, end: number, decoding: Decoding): void {
    const { tags } = this.#source;
    let offset = start;
    for (let index = this.#source.tagIndexAfter(start); offset < end; index++) {
      const tag = tags[index];
      if (tag === undefined || tag.start >= end) break;
      if (tag.start > offset) this.#appendText(offset, tag.start, decoding);
      if (tag.start >= offset) this.#appendTag(tag);
      offset = tag.end;
    }
    if (offset < end) this.#appendText(offset, end, decoding);
  }

  /** Appends text that was made from the source from `start` to `end` as a whole. */
  appendDecoded(decoded: string, start: number, end: number): void {
    for (let index = 0; index < decoded.length; index++) {
      this.#appendUnit(decoded.charCodeAt(index), decoded.charAt(index), start, end);
    }
  }

  /** Ends the line, as `<br>` does. */
  breakLine(start: number, end: number): void {
    this.#space(start, end, 1);
  }

  /** Keeps words apart that stand in different places of the source. */
  separate(start: number, end: number): void {
    this.#space(start, end, 0);
  }

  openLink(target: LinkTarget): void {
    this.#openLinks.push({ target, start: undefined });
  }

  /** Ends the innermost open link. Says whether it had any text. */
  closeLink(): boolean {
    const link = this.#openLinks.pop();
    if (link?.start === undefined) return false;
    this.#links.push({ ...link.target, start: link.start, end: this.#text.length });
    return true;
  }

  /** The blocks so far, none where nothing was visible; begins a new one. Links stay open. */
  take(): readonly BlockDraft[] {
    this.#finish();
    const drafts = this.#finished;
    this.#finished = [];
    this.#pending = undefined;
    return drafts;
  }

  #appendTag(tag: TemplateTag): void {
    if (tag.role === 'placeholder') this.#appendPlaceholder(tag);
    else if (tag.separatesArms) this.#space(tag.start, tag.end, 0);
  }

  #appendPlaceholder(tag: TemplateTag): void {
    const { text } = this.#source;
    this.#beforeVisible(tag.start);
    const start = this.#text.length;
    for (let offset = tag.start; offset < tag.end; offset++) {
      if (isWhiteSpace(text.charCodeAt(offset))) this.#space(offset, offset + 1, 0);
      else this.#push(text.charAt(offset), offset, offset + 1);
    }
    this.#placeholders.push({ start, end: this.#text.length, name: tag.name });
  }

  #appendText(start: number, end: number, decoding: Decoding): void {
    const { text } = this.#source;
    let offset = start;
    while (offset < end) {
      const plainEnd = endOfPlainWord(text, offset, end);
      if (plainEnd > offset) {
        this.#pushVerbatim(offset, plainEnd);
        offset = plainEnd;
        continue;
      }
      const unit = text.charCodeAt(offset);
      if (unit === 0x26 && decoding !== 'plain') {
        const decoded = decodeCharacterReference(text, offset, end, decoding);
        if (decoded !== undefined) {
          this.appendDecoded(decoded.text, offset, offset + decoded.length);
          offset += decoded.length;
          continue;
        }
      }
      if (unit === 0x5c && decoding === 'markdown' && isMarkdownPunctuation(text.charCodeAt(offset + 1))) {
        if (offset + 1 < end) this.appendDecoded(text.charAt(offset + 1), offset, offset + 2);
        offset += 2;
        continue;
      }
      if (unit === 0x200d && joinsEmoji(text, offset)) this.#push('\u200d', offset, offset + 1);
      else this.#appendUnit(unit, text.charAt(offset), offset, offset + 1);
      offset++;
    }
  }

  #appendUnit(unit: number, character: string, start: number, end: number): void {
    if (isWhiteSpace(unit)) this.#space(start, end, 0);
    else if (!isInvisible(unit)) this.#push(character, start, end);
  }

  #space(start: number, end: number, lineBreaks: number): void {
    if (this.#pending === undefined) {
      this.#pending = { start, end, lineBreaks };
    } else {
      this.#pending.end = end;
      this.#pending.lineBreaks += lineBreaks;
    }
  }

  #push(character: string, start: number, end: number): void {
    this.#beforeVisible(start);
    this.#text.append(character, start, end);
    this.#styleLast(character.length);
  }

  /** Most of a text is words that stand in the source as a reader sees them, with no tag in them. */
  #pushVerbatim(start: number, end: number): void {
    this.#beforeVisible(start);
    this.#text.appendVerbatim(this.#source.text.slice(start, end), start);
    this.#styleLast(end - start);
  }

  #styleLast(count: number): void {
    const run = this.#styleRuns.at(-1);
    const { length } = this.#text;
    if (run?.style === this.style) run.end = length;
    else {
      const origin = this.styleOrigin;
      this.#styleRuns.push({ start: length - count, end: length, style: this.style, ...(origin && { origin }) });
    }
  }

  /** Settles the white space before a visible character, and what begins with it. */
  #beforeVisible(offset: number): void {
    const pending = this.#pending;
    if (pending !== undefined) {
      this.#pending = undefined;
      if (pending.lineBreaks >= 2) this.#finish();
      else if (this.#text.length > 0) {
        this.#text.append(pending.lineBreaks === 1 ? '\n' : ' ', pending.start, pending.end);
      }
    }
    for (let index = this.#openLinks.length - 1; index >= 0; index--) {
      const link = this.#openLinks[index];
      if (link === undefined || link.start !== undefined) break;
      link.start = this.#text.length;
    }
    const branches = this.#source.branchesAt(offset);
    if (this.#branchRuns.at(-1)?.branches !== branches) this.#branchRuns.push({ start: this.#text.length, branches });
  }

  #finish(): void {
    if (this.#text.length === 0) return;
    for (const link of this.#openLinks) {
      if (link.start !== undefined) this.#links.push({ ...link.target, start: link.start, end: this.#text.length });
      link.start = undefined;
    }
    const shared = sharedBranches(this.#branchRuns);
    const text = this.#text.build();
    const prevailing = prevailingRun(this.#styleRuns);
    this.#finished.push({
      text,
      links: this.#links.sort((a, b) => a.start - b.start),
      placeholders: this.#placeholders,
      branches: shared,
      branchSpans: spansBeyond(shared.length, this.#branchRuns, text.value),
      style: prevailing?.style ?? unknownStyle,
      ...(prevailing?.origin && { styleOrigin: prevailing.origin }),
      ...(this.#styleRuns.length > 1 && { styleRuns: this.#styleRuns }),
    });
    this.#text = new MappedTextBuilder();
    this.#links = [];
    this.#placeholders = [];
    this.#branchRuns = [];
    this.#styleRuns = [];
  }
}

/** Where the letters, digits and marks of ASCII end that mean themselves in every format. */
function endOfPlainWord(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end) {
    const unit = text.charCodeAt(offset);
    if (unit <= 0x20 || unit >= 0x7f || unit === 0x26 || unit === 0x5c) break;
    offset++;
  }
  return offset;
}

/** Whether a zero-width joiner makes one picture of two, as in a family; elsewhere it is not seen. */
function joinsEmoji(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset + 1);
  const isLowSurrogate = before >= 0xdc00 && before <= 0xdfff;
  const isHighSurrogate = after >= 0xd800 && after <= 0xdbff;
  const isSymbol = after >= 0x2600 && after <= 0x27bf;
  return (isLowSurrogate || before === 0xfe0f) && (isHighSurrogate || isSymbol);
}

/** Whether a backslash before a code unit escapes it in Markdown: the ASCII punctuation. */
function isMarkdownPunctuation(unit: number): boolean {
  return (
    (unit >= 0x21 && unit <= 0x2f) ||
    (unit >= 0x3a && unit <= 0x40) ||
    (unit >= 0x5b && unit <= 0x60) ||
    (unit >= 0x7b && unit <= 0x7e)
  );
}

/** The arms that every part of the text stands in. */
function sharedBranches(runs: readonly BranchRun[]): readonly Branch[] {
  let shared = runs[0]?.branches ?? [];
  for (const { branches } of runs) {
    const differs = shared.findIndex(
      (branch, index) => branch.group !== branches[index]?.group || branch.arm !== branches[index]?.arm,
    );
    if (differs >= 0) shared = shared.slice(0, differs);
  }
  return shared;
}

function spansBeyond(shared: number, runs: readonly BranchRun[], text: string): readonly BranchSpan[] {
  return runs.flatMap(({ start, branches }, index) => {
    let end = runs[index + 1]?.start ?? text.length;
    // The space that keeps two arms apart is in neither.
    while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
    return branches.length > shared && end > start ? [{ start, end, branches: branches.slice(shared) }] : [];
  });
}
