import { unpackNumbers } from '../rulebook/PackedNumbers.js';
import type { SignalAutomaton } from '../rulebook/SignalAutomaton.js';
import { acceptBit } from './slotBits.js';
import { VisitMarks } from './VisitMarks.js';

/** Of more keys than this the right one is found by halving, fewer are looked through. */
const fewKeys = 16;

const noStates: readonly number[] = [];
const noSignal: SignalEnds = { name: '', ends: [] };

/** Takes a state that a move leads to, and the slot that it leads to if that is not the next. */
type Arrive = (target: number, end?: number) => void;

/** A signal by one of its names, and the slots where it ends. */
export interface SignalEnds {
  readonly name: string;
  readonly ends: readonly number[];
}

/**
 * Follows the moves of an automaton.
 *
 * These loops run for every token with every automaton, and most runs of the program are over before they are compiled.
 * So they count instead of using iterators, which cost three times as much until then, and look into lists instead of
 * asking a method.
 */
export class AutomatonMoves {
  /** For every state the bits of what it can take and whether it ends a pattern. */
  readonly bits: Int32Array;
  /** For every state that `merge` has returned the nearest start, until the next call. */
  readonly nearestStarts: Int32Array;
  private readonly offsets: Int32Array;
  private readonly moves: Int32Array;
  private readonly startOffsets: Int32Array;
  private readonly startTargets: Int32Array;
  private readonly signals: readonly string[];
  private readonly visits: VisitMarks;
  private readonly startsBySignal: ReadonlyMap<string, readonly number[]>;

  constructor(automaton: SignalAutomaton) {
    this.bits = unpackNumbers(automaton.bits);
    this.offsets = unpackNumbers(automaton.offsets);
    this.moves = unpackNumbers(automaton.moves);
    this.startOffsets = unpackNumbers(automaton.start.offsets);
    this.startTargets = unpackNumbers(automaton.start.targets);
    this.signals = automaton.signals;
    this.visits = new VisitMarks(this.bits.length);
    this.nearestStarts = new Int32Array(this.bits.length);
    this.startsBySignal = startsBySignal(automaton);
  }

  /** Indexes of the outcomes that are reached in a state. */
  acceptsOf(state: number): Int32Array {
    const { moves, offsets } = this;
    let at = offsets[state] ?? 0;
    for (let list = 0; list < 3; list += 1) at += 1 + (moves[at] ?? 0);
    return moves.subarray(at + 1, at + 1 + (moves[at] ?? 0));
  }

  /**
   * Takes every move from a state that a slot's keys, its signals and the word in it allow.
   *
   * @param keyBits the bits of the keys: with none in common the state has no move on any of them.
   */
  follow(
    state: number,
    keys: readonly number[],
    keyBits: number,
    signals: readonly SignalEnds[],
    isWord: boolean,
    arrive: Arrive,
  ): void {
    const { moves, offsets } = this;
    const keysStart = (offsets[state] ?? 0) + 1;
    const keysEnd = keysStart + (moves[keysStart - 1] ?? 0);
    if (((this.bits[state] ?? 0) & keyBits) !== 0) {
      for (let index = 0; index < keys.length; index += 1) this.followKey(keysStart, keysEnd, keys[index] ?? 0, arrive);
    }
    if (!isWord && signals.length === 0) return;
    const wordsEnd = keysEnd + 1 + (moves[keysEnd] ?? 0);
    const signalsEnd = wordsEnd + 1 + (moves[wordsEnd] ?? 0);
    if (signals.length > 0 && signalsEnd > wordsEnd + 1) this.followSignals(wordsEnd + 1, signalsEnd, signals, arrive);
    if (isWord) for (let at = keysEnd + 1; at < wordsEnd; at += 1) arrive(moves[at] ?? 0);
  }

  /**
   * Takes every move from the state that all matches begin in, but for those that end at the next slot without a match.
   *
   * @param offered the bits of the next slot.
   */
  followStart(keys: readonly number[], signals: readonly SignalEnds[], offered: number, arrive: Arrive): void {
    const { startOffsets, startTargets, bits } = this;
    const alive = offered | acceptBit;
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] ?? 0;
      const end = startOffsets[key + 1] ?? 0;
      for (let at = startOffsets[key] ?? end; at < end; at += 1) {
        const target = startTargets[at] ?? 0;
        if (((bits[target] ?? 0) & alive) !== 0) arrive(target);
      }
    }
    if (signals.length === 0 || this.startsBySignal.size === 0) return;
    for (let index = 0; index < signals.length; index += 1) {
      const { name, ends } = signals[index] ?? noSignal;
      const targets = this.startsBySignal.get(name);
      if (targets) for (const target of targets) for (const end of ends) arrive(target, end);
    }
  }

  /**
   * Brings the threads that wait at a slot down to one for each state, that with the nearest start.
   *
   * @param waiting states and starts, in pairs.
   * @returns the states in order of arrival; `nearestStarts` knows their starts until the next call.
   */
  merge(waiting: readonly number[]): readonly number[] {
    if (waiting.length === 0) return noStates;
    this.visits.begin();
    const { last, visit } = this.visits;
    const states: number[] = [];
    for (let at = 0; at < waiting.length; at += 2) {
      const state = waiting[at] ?? 0;
      const start = waiting[at + 1] ?? 0;
      if (last[state] !== visit) states.push(state);
      else if ((this.nearestStarts[state] ?? 0) >= start) continue;
      last[state] = visit;
      this.nearestStarts[state] = start;
    }
    return states;
  }

  private followKey(start: number, end: number, key: number, arrive: Arrive): void {
    const { moves } = this;
    let at = start;
    if (end - start > 2 * fewKeys) at = this.firstPairOf(key, start, end);
    else while (at < end && moves[at] !== key) at += 2;
    for (; at < end && moves[at] === key; at += 2) arrive(moves[at + 1] ?? 0);
  }

  private firstPairOf(key: number, start: number, end: number): number {
    const { moves } = this;
    let low = 0;
    let high = (end - start) / 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((moves[start + 2 * middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return start + 2 * low;
  }

  private followSignals(start: number, end: number, signals: readonly SignalEnds[], arrive: Arrive): void {
    const { moves } = this;
    for (let index = 0; index < signals.length; index += 1) {
      const { name, ends } = signals[index] ?? noSignal;
      for (let at = start; at < end; at += 2) {
        if (this.signals[moves[at] ?? 0] !== name) continue;
        for (const slot of ends) arrive(moves[at + 1] ?? 0, slot);
      }
    }
  }
}

/** Where each signal leads from the state that all matches begin in. */
function startsBySignal({ start, signals }: SignalAutomaton): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (let at = 0; at < start.onSignal.length; at += 2) {
    const name = signals[start.onSignal[at] ?? 0] ?? '';
    starts.set(name, [...(starts.get(name) ?? []), start.onSignal[at + 1] ?? 0]);
  }
  return starts;
}
