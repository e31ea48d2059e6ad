import { looksOf } from '../mail/looksOf.js';
import type { Block, Mail, StyleRun } from '../mail/Mail.js';
import type { ProminenceModel, ProminenceReason, Span } from '../rulebook/ProminenceModel.js';
import { formatSize } from './formatSize.js';

/** How easily a passage is noticed. */
export interface Prominence {
  /** 0 for what nobody sees, 1 for a headline at the top. */
  readonly value: number;
  /** How well it can be read, 0 to 1, wherever it stands. */
  readonly legibility: number;
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly kind: ProminenceReason;
  /** The numbers that belong to it, ready to be read. */
  readonly slots: Readonly<Record<string, string>>;
}

interface Place {
  /** From 1. */
  readonly index: number;
  readonly count: number;
  readonly wordsBefore: number;
  /** The share of the body's characters that stand before. */
  readonly share: number;
  readonly isAfterButton: boolean;
}

const firstPlace: Place = { index: 1, count: 1, wordsBefore: 0, share: 0, isAfterButton: false };

/** How the texts of a mail look beside one another. */
export class MailLooks {
  /** The size, in px, that most of the mail's running text has; undefined where none is known. */
  readonly bodySize: number | undefined;
  readonly #model: ProminenceModel;
  readonly #places: ReadonlyMap<Block, Place>;

  constructor(mail: Mail, model: ProminenceModel) {
    const body = mail.children.filter(isInBody);
    this.#model = model;
    this.bodySize = medianSize(body);
    this.#places = placesOf(body);
  }

  /**
   * How easily a stretch of a block's text is noticed: by its weakest piece, for that is the one that is overlooked.
   *
   * @example looks.prominenceOf(block, sentence.start, sentence.end).value // 0.34
   */
  prominenceOf(block: Block, start: number, end: number): Prominence {
    const runs = looksOf(block, start, end);
    const weakest = weakestOf(runs, (run) => this.#legibility(run));
    if (block.role === 'hidden' || weakest?.style.hiddenBy !== undefined) {
      return { value: 0, legibility: 0, reasons: [{ kind: 'hidden', slots: {} }] };
    }
    const { weights } = this.#model;
    const place = this.#places.get(block) ?? firstPlace;
    const legibility = weakest ? this.#legibility(weakest) : 1;
    const value =
      weights.legible * legibility +
      weights.place * this.#placeValue(place) +
      weights.emphasis * this.#emphasis(block, weakest);
    const reasons = [
      ...this.#looksReasons(weakest),
      ...this.#placeReasons(place),
      ...channelReasons(block, start, end),
    ];
    return { value, legibility, reasons };
  }

  /** How well a stretch of text can be read, 0 to 1; what is unknown counts as good. */
  #legibility({ style: { fontSize, contrast } }: StyleRun): number {
    const { legible } = this.#model;
    const { bodySize } = this;
    return Math.min(
      fontSize === undefined ? 1 : shareOf(legible.size, fontSize),
      fontSize === undefined || bodySize === undefined ? 1 : shareOf(legible.relativeSize, fontSize / bodySize),
      contrast === undefined ? 1 : shareOf(logarithmic(legible.contrast), Math.log(contrast)),
    );
  }

  #placeValue({ share, wordsBefore }: Place): number {
    const { places } = this.#model;
    return places.find(({ upTo, words }) => share < upTo || wordsBefore < words)?.value ?? places.at(-1)?.value ?? 1;
  }

  #emphasis({ role }: Block, run: StyleRun | undefined): number {
    const { emphasis } = this.#model;
    if (role === 'heading' || role === 'button') return emphasis.heading;
    return run?.style.bold === true || role === 'list-item' ? emphasis.bold : emphasis.plain;
  }

  #looksReasons(run: StyleRun | undefined): readonly Reason[] {
    const { notable } = this.#model;
    const { fontSize, contrast } = run?.style ?? {};
    const { bodySize } = this;
    const isSmall = fontSize !== undefined && bodySize !== undefined && fontSize < bodySize * notable.relativeSize;
    const isPale = contrast !== undefined && contrast < notable.contrast;
    return [
      ...(isSmall
        ? [{ kind: 'small' as const, slots: { size: formatSize(fontSize), body: formatSize(bodySize) } }]
        : []),
      ...(isPale ? [{ kind: 'pale' as const, slots: { contrast: contrast.toFixed(1) } }] : []),
    ];
  }

  #placeReasons(place: Place): readonly Reason[] {
    const slots = { index: String(place.index), count: String(place.count) };
    return [
      ...(this.#placeValue(place) <= this.#model.notable.place ? [{ kind: 'late' as const, slots }] : []),
      ...(place.isAfterButton ? [{ kind: 'after-button' as const, slots: {} }] : []),
    ];
  }
}

/** Where a passage is no text that can simply be read. */
function channelReasons({ role, links }: Block, start: number, end: number): readonly Reason[] {
  if (role === 'image-text') return [{ kind: 'image-only', slots: {} }];
  const isLink = role !== 'button' && links.some((link) => link.start <= start && end <= link.end);
  return isLink ? [{ kind: 'link-only', slots: {} }] : [];
}

function isInBody({ role, text }: Block): boolean {
  return !['subject', 'title', 'preheader', 'hidden'].includes(role) && text.value !== '';
}

/** The size that the middle one of all characters has. */
function medianSize(body: readonly Block[]): number | undefined {
  const lengths = new Map<number, number>();
  let total = 0;
  for (const block of body) {
    if (block.role !== 'paragraph' && block.role !== 'list-item') continue;
    for (const { start, end, style } of looksOf(block, 0, block.text.value.length)) {
      if (style.fontSize === undefined) continue;
      lengths.set(style.fontSize, (lengths.get(style.fontSize) ?? 0) + end - start);
      total += end - start;
    }
  }
  let before = 0;
  for (const [size, length] of [...lengths].sort(([a], [b]) => a - b)) {
    before += length;
    if (before * 2 >= total) return size;
  }
  return undefined;
}

function placesOf(body: readonly Block[]): ReadonlyMap<Block, Place> {
  const places = new Map<Block, Place>();
  for (const part of new Set(body.map((block) => block.part))) {
    const blocks = body.filter((block) => block.part === part);
    const length = blocks.reduce((sum, { text }) => sum + text.value.length, 0);
    let [before, wordsBefore, isAfterButton] = [0, 0, false];
    for (const [at, block] of blocks.entries()) {
      const share = length === 0 ? 0 : before / length;
      places.set(block, { index: at + 1, count: blocks.length, wordsBefore, share, isAfterButton });
      before += block.text.value.length;
      wordsBefore += block.text.value.split(/\s+/u).length;
      isAfterButton ||= block.role === 'button';
    }
  }
  return places;
}

function weakestOf(runs: readonly StyleRun[], legibility: (run: StyleRun) => number): StyleRun | undefined {
  return runs.reduce<StyleRun | undefined>(
    (weakest, run) => (weakest === undefined || legibility(run) < legibility(weakest) ? run : weakest),
    undefined,
  );
}

function shareOf({ none, full }: Span, value: number): number {
  return Math.min(1, Math.max(0, (value - none) / (full - none)));
}

function logarithmic({ none, full }: Span): Span {
  return { none: Math.log(none), full: Math.log(full) };
}
