import type { CompiledVocabulary, SignalOutcome } from '../rulebook/SignalAutomaton.js';
import { AutomatonMoves, type SignalEnds } from './AutomatonMoves.js';
import type { Signal } from './Signal.js';
import { acceptBit, bitOfKey, everyMove, signalBit, wordBit } from './slotBits.js';
import type { Token } from './Token.js';

/** A match that ends a pattern: which outcome, from which slot to which (exclusive). */
interface Match {
  readonly outcome: SignalOutcome;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds all signals in one sentence, in time linear in the number of its tokens: every state is followed at most once
 * at a token, and from the nearest start.
 *
 * @param tokens the sentence.
 * @param keys what `TokenKeys.ofSentence` says of it.
 * @returns the signals by where they start; of overlapping matches of one signal in different polarities the longer.
 */
export function matchSignals(
  tokens: readonly Token[],
  keys: readonly (readonly number[])[],
  vocabulary: CompiledVocabulary,
): readonly Signal[] {
  const slots = slotsOf(tokens, keys);
  const found = new FoundSignals();
  movesOf(vocabulary).forEach((moves, index) => {
    const matches = runAutomaton(moves, slots, vocabulary.outcomes, found);
    found.add(matches, (signal) => vocabulary.completeAfter[signal] === index);
  });
  return found.toSignals(tokens.length);
}

/** One of the places that an automaton reads: a token, or the start or the end of the sentence. */
interface Slot {
  readonly keys: readonly number[];
  /** The bits of the keys. */
  readonly keyBits: number;
  readonly isPunctuation: boolean;
  readonly isWord: boolean;
  /** What it offers to an automaton, but for signals. */
  readonly bits: number;
}

const noSlot: Slot = { keys: [], keyBits: 0, isPunctuation: false, isWord: false, bits: 0 };
const nothingWaits: readonly number[] = [];

/** The tokens with one slot more before and after them. */
function slotsOf(tokens: readonly Token[], keys: readonly (readonly number[])[]): readonly Slot[] {
  return keys.map((slotKeys, slot) => {
    const kind = tokens[slot - 1]?.kind;
    const isPunctuation = kind === 'punctuation' || kind === 'symbol';
    const isWord = kind !== undefined && !isPunctuation;
    let keyBits = 0;
    for (const key of slotKeys) keyBits |= bitOfKey(key);
    const bits = isPunctuation ? everyMove : isWord ? keyBits | wordBit : keyBits;
    return { keys: slotKeys, keyBits, isPunctuation, isWord, bits };
  });
}

/**
 * A thread is a state and the slot where its match began; threads wait in the list of the slot that they read next.
 * Most would end there, so what a slot offers is looked at before one is begun.
 */
function runAutomaton(
  moves: AutomatonMoves,
  slots: readonly Slot[],
  outcomes: readonly SignalOutcome[],
  found: FoundSignals,
): readonly Match[] {
  const offers: number[] = [];
  for (let slot = 0; slot < slots.length; slot += 1) {
    const bits = slots[slot]?.bits ?? 0;
    offers.push(found.startingAt(slot).length > 0 ? bits | signalBit : bits);
  }
  const waiting: number[][] = [];
  const matches: Match[] = [];
  const seen = new Set<number>();
  let [start, next] = [0, 0];
  const accept = (state: number, end: number): void => {
    for (const accepted of moves.acceptsOf(state)) {
      const id = accepted * slots.length + start;
      const outcome = outcomes[accepted];
      if (seen.has(id) || !outcome) continue;
      seen.add(id);
      matches.push({ outcome, start, end });
    }
  };
  const arrive = (state: number, end = next): void => {
    const bits = moves.bits[state] ?? 0;
    if ((bits & acceptBit) !== 0) accept(state, end);
    if ((bits & (offers[end] ?? 0)) === 0) return;
    const list = waiting[end];
    if (list) list.push(state, start);
    else waiting[end] = [state, start];
  };
  for (let slot = 0; slot < slots.length; slot += 1) {
    const { keys, keyBits, isPunctuation, isWord } = slots[slot] ?? noSlot;
    const signals = found.startingAt(slot);
    next = slot + 1;
    const states = moves.merge(waiting[slot] ?? nothingWaits);
    for (let at = 0; at < states.length; at += 1) {
      const state = states[at] ?? 0;
      start = moves.nearestStarts[state] ?? 0;
      moves.follow(state, keys, keyBits, signals, isWord, arrive);
      if (isPunctuation) arrive(state);
    }
    start = slot;
    moves.followStart(keys, signals, offers[next] ?? 0, arrive);
  }
  return matches;
}

const movesByVocabulary = new WeakMap<CompiledVocabulary, readonly AutomatonMoves[]>();

function movesOf(vocabulary: CompiledVocabulary): readonly AutomatonMoves[] {
  const known = movesByVocabulary.get(vocabulary);
  if (known) return known;
  const moves = vocabulary.automata.map((automaton) => new AutomatonMoves(automaton));
  movesByVocabulary.set(vocabulary, moves);
  return moves;
}

const outcomeNames = new WeakMap<SignalOutcome, readonly string[]>();

/** The names that patterns may call a signal by. */
function namesOf(outcome: SignalOutcome): readonly string[] {
  const known = outcomeNames.get(outcome);
  if (known) return known;
  const { signal, polarity } = outcome;
  const names = polarity === undefined ? [signal] : [signal, `${signal}:${polarity}`];
  outcomeNames.set(outcome, names);
  return names;
}

const nothing: readonly SignalEnds[] = [];

/** A signal by one of its names, while its ends are still being gathered. */
interface GrowingEnds extends SignalEnds {
  readonly ends: number[];
}

/** The signals found so far in a sentence, by name and by where they begin. */
class FoundSignals {
  private readonly matches = new Map<string, Match[]>();
  private readonly bySlot: GrowingEnds[][] = [];

  /** The signals that begin at a slot, with polarity and without, and where each ends. */
  startingAt(slot: number): readonly SignalEnds[] {
    return this.bySlot[slot] ?? nothing;
  }

  add(added: readonly Match[], isComplete: (signal: string) => boolean): void {
    const changed = new Map<string, Match[]>();
    for (const match of added) append(changed, match.outcome.signal, match);
    this.matches.forEach((_, name) => {
      if (isComplete(name) && !changed.has(name)) changed.set(name, []);
    });
    changed.forEach((own, name) => {
      const kept = withoutExcluded([...(this.matches.get(name) ?? []), ...own]);
      this.matches.set(name, isComplete(name) ? longestPolarity(kept) : kept);
    });
    if (changed.size > 0) this.index();
  }

  toSignals(length: number): readonly Signal[] {
    const signals: Signal[] = [];
    for (const matches of this.matches.values()) {
      for (const { outcome, start, end } of matches) {
        const signal = toSignal(outcome, Math.max(start - 1, 0), Math.min(end - 1, length));
        if (!outcome.isExclusion && signal.end > signal.start) signals.push(signal);
      }
    }
    return signals.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  private index(): void {
    this.bySlot.length = 0;
    this.matches.forEach((matches) => {
      for (let at = 0; at < matches.length; at += 1) {
        const match = matches[at];
        if (match && !match.outcome.isExclusion) this.indexOne(match);
      }
    });
  }

  private indexOne({ outcome, start, end }: Match): void {
    let signals = this.bySlot[start];
    if (!signals) this.bySlot[start] = signals = [];
    const names = namesOf(outcome);
    for (let at = 0; at < names.length; at += 1) addEnd(signals, names[at] ?? '', end);
  }
}

function addEnd(signals: GrowingEnds[], name: string, end: number): void {
  for (let at = 0; at < signals.length; at += 1) {
    const known = signals[at];
    if (known?.name !== name) continue;
    if (!known.ends.includes(end)) known.ends.push(end);
    return;
  }
  signals.push({ name, ends: [end] });
}

function toSignal({ signal, polarity }: SignalOutcome, start: number, end: number): Signal {
  return { name: signal, polarity, start, end };
}

function append<Item>(lists: Map<string, Item[]>, name: string, item: Item): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

function withoutExcluded(matches: readonly Match[]): Match[] {
  const exclusions = matches.filter(({ outcome }) => outcome.isExclusion);
  if (exclusions.length === 0) return [...matches];
  return matches.filter((match) => match.outcome.isExclusion || !exclusions.some((other) => overlaps(match, other)));
}

function longestPolarity(matches: readonly Match[]): Match[] {
  return matches.filter(
    (match) =>
      !matches.some(
        (other) =>
          other.outcome.polarity !== match.outcome.polarity &&
          !other.outcome.isExclusion &&
          overlaps(match, other) &&
          other.end - other.start > match.end - match.start,
      ),
  );
}

function overlaps(a: Match, b: Match): boolean {
  return a.start < b.end && b.start < a.end;
}
