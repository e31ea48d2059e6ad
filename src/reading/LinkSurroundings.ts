import { firstIndex } from '../mail/firstIndex.js';
import type { Block, BranchSpan, Placeholder } from '../mail/Mail.js';
import type { LinkRole } from '../rulebook/LinkRoleRules.js';
import type { Sentence } from './Reading.js';
import { roleOfSignal } from './roleOfSignal.js';
import type { Signal } from './Signal.js';

/** A signal with the stretch of the block's text that it stands in. */
interface PlacedSignal {
  readonly signal: Signal;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a block's text; offsets into it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What may stand between words and the link that they lead to. */
const leadingSigns: ReadonlySet<string> = new Set([' ', '\n', ':', '-', '–', '—', '→', '>', '|']);

/**
 * What stands in a block in and around its links. It is put in order once, so that a block with thousands of links, signals
 * and placeholders takes no longer for each of them than one with few.
 */
export class LinkSurroundings {
  readonly #text: string;
  readonly #sentences: readonly Sentence[];
  readonly #placeholders: readonly Placeholder[];
  readonly #branchSpans: readonly BranchSpan[];
  readonly #linkStarts: readonly number[];
  /** How far the links reach up to each of them. */
  readonly #linkReach: readonly number[];
  readonly #signals = new Map<Sentence, readonly PlacedSignal[]>();
  readonly #roles = new Map<Sentence, readonly LinkRole[]>();
  #lineStarts: readonly number[] | undefined;

  /** @param sentences those of the block, in order. */
  constructor({ text, links, placeholders, branchSpans }: Block, sentences: readonly Sentence[]) {
    this.#text = text.value;
    this.#sentences = sentences;
    this.#placeholders = placeholders;
    this.#branchSpans = branchSpans;
    this.#linkStarts = links.map(({ start }) => start);
    let reach = 0;
    this.#linkReach = links.map(({ end }) => {
      reach = Math.max(reach, end);
      return reach;
    });
  }

  /** The sentences that a stretch has a part in. */
  sentencesAround({ start, end }: Stretch): readonly Sentence[] {
    const first = firstIndex(this.#sentences.length, (index) => (this.#sentences[index]?.end ?? 0) > start);
    const behind = firstIndex(this.#sentences.length, (index) => (this.#sentences[index]?.start ?? 0) >= end);
    return this.#sentences.slice(first, behind);
  }

  /** The signals of a sentence that stand whole in a stretch. */
  signalsInside(sentence: Sentence, { start, end }: Stretch): readonly Signal[] {
    const placed = this.#placed(sentence);
    const found: Signal[] = [];
    for (
      let index = firstIndex(placed.length, (at) => (placed[at]?.start ?? 0) >= start);
      index < placed.length;
      index++
    ) {
      const candidate = placed[index];
      if (candidate === undefined || candidate.start >= end) break;
      if (candidate.end <= end) found.push(candidate.signal);
    }
    return found;
  }

  /** The signals that open the line that an offset is in, as far as the line belongs to the sentence. */
  signalsOpeningLine(sentence: Sentence, offset: number): readonly Signal[] {
    const starts = this.#starts();
    const line = starts[firstIndex(starts.length, (index) => (starts[index] ?? 0) > offset) - 1] ?? 0;
    let first = Math.max(sentence.start, line);
    while (first < offset && this.#text.charAt(first).trim() === '') first++;
    if (this.isLinked({ start: first, end: first + 1 })) return [];
    return this.#placed(sentence, first).flatMap(({ signal, start }) => (start === first ? [signal] : []));
  }

  /** The signals that end right before an offset, with nothing but a colon, an arrow or a dash between. */
  signalsLeadingTo(sentence: Sentence, offset: number): readonly Signal[] {
    const text = this.#text;
    let end = offset;
    while (end > sentence.start && leadingSigns.has(text.charAt(end - 1))) end--;
    if (end === offset || this.isLinked({ start: end - 1, end })) return [];
    return this.#placed(sentence).flatMap((placed) => (placed.end === end ? [placed.signal] : []));
  }

  /** What a sentence says that links are for, each once. */
  rolesIn(sentence: Sentence): readonly LinkRole[] {
    const roles = this.#roles.get(sentence) ?? [...new Set(sentence.signals.flatMap(roleOfSignal))];
    this.#roles.set(sentence, roles);
    return roles;
  }

  /** Whether a stretch is in a link. */
  isLinked({ start, end }: Stretch): boolean {
    const behind = firstIndex(this.#linkStarts.length, (index) => (this.#linkStarts[index] ?? 0) > start);
    return (this.#linkReach[behind - 1] ?? 0) >= end;
  }

  /** The placeholders that stand whole in a stretch. */
  placeholdersInside({ start, end }: Stretch): readonly Placeholder[] {
    const first = firstIndex(this.#placeholders.length, (index) => (this.#placeholders[index]?.start ?? 0) >= start);
    const behind = firstIndex(this.#placeholders.length, (index) => (this.#placeholders[index]?.end ?? 0) > end);
    return this.#placeholders.slice(first, Math.max(first, behind));
  }

  /** The stretch in an arm of a conditional that another one stands in. */
  branchSpanAround({ start, end }: Stretch): BranchSpan | undefined {
    const spans = this.#branchSpans;
    const span = spans[firstIndex(spans.length, (index) => (spans[index]?.start ?? 0) > start) - 1];
    return span !== undefined && end <= span.end ? span : undefined;
  }

  /** The signals of a sentence by where they begin; with an offset only those that begin there. */
  #placed(sentence: Sentence, at?: number): readonly PlacedSignal[] {
    const placed = this.#signals.get(sentence) ?? placedSignals(sentence);
    this.#signals.set(sentence, placed);
    if (at === undefined) return placed;
    const first = firstIndex(placed.length, (index) => (placed[index]?.start ?? 0) >= at);
    const behind = firstIndex(placed.length, (index) => (placed[index]?.start ?? 0) > at);
    return placed.slice(first, behind);
  }

  #starts(): readonly number[] {
    if (this.#lineStarts !== undefined) return this.#lineStarts;
    const starts = [0];
    for (let end = this.#text.indexOf('\n'); end >= 0; end = this.#text.indexOf('\n', end + 1)) starts.push(end + 1);
    this.#lineStarts = starts;
    return starts;
  }
}

function placedSignals({ signals, tokens }: Sentence): readonly PlacedSignal[] {
  return signals
    .flatMap((signal): readonly PlacedSignal[] => {
      const first = tokens[signal.start];
      const last = tokens[signal.end - 1];
      return first === undefined || last === undefined ? [] : [{ signal, start: first.start, end: last.end }];
    })
    .sort((a, b) => a.start - b.start);
}
