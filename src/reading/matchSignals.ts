import type {
  AutomatonState,
  CompiledVocabulary,
  SignalAutomaton,
  SignalOutcome,
} from '../rulebook/SignalAutomaton.js';
import type { Signal } from './Signal.js';
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
  const found = new FoundSignals();
  for (const [index, automaton] of vocabulary.automata.entries()) {
    const matches = runAutomaton(automaton, tokens, keys, vocabulary.outcomes, found);
    found.add(matches, (signal) => vocabulary.completeAfter[signal] === index);
  }
  return found.toSignals(tokens.length);
}

/**
 * Slots are the tokens with one more before and after them for the sentence's start and end. A thread is a state and
 * the slot where its match began; threads wait in the list of the slot that they read next.
 */
function runAutomaton(
  automaton: SignalAutomaton,
  tokens: readonly Token[],
  keys: readonly (readonly number[])[],
  outcomes: readonly SignalOutcome[],
  found: FoundSignals,
): readonly Match[] {
  const threads: Map<number, number>[] = [];
  const matches: Match[] = [];
  const seen = new Set<number>();
  const arrive = (slot: number, state: number, start: number): void => {
    for (const accepted of automaton.states[state]?.accepts ?? []) {
      const id = accepted * keys.length + start;
      const outcome = outcomes[accepted];
      if (seen.has(id) || !outcome) continue;
      seen.add(id);
      matches.push({ outcome, start, end: slot });
    }
    threads[slot] ??= new Map();
    const earlier = threads[slot].get(state);
    if (earlier === undefined || earlier < start) threads[slot].set(state, start);
  };
  const first = automaton.states[automaton.start];
  for (const [slot, slotKeys] of keys.entries()) {
    const token = tokens[slot - 1];
    const isPunctuation = token?.kind === 'punctuation' || token?.kind === 'symbol';
    const isWord = token !== undefined && !isPunctuation;
    for (const [state, start] of threads[slot] ?? []) {
      const current = automaton.states[state];
      if (!current) continue;
      step(current, slot, slotKeys, found, (next, target) => arrive(next, target, start));
      if (isWord) for (const target of current.onWord) arrive(slot + 1, target, start);
      if (isPunctuation) arrive(slot + 1, state, start);
    }
    if (first) step(first, slot, slotKeys, found, (next, target) => arrive(next, target, slot));
  }
  return matches;
}

/** Takes every move of a state that the slot's keys and the signals beginning there allow. */
function step(
  state: AutomatonState,
  slot: number,
  slotKeys: readonly number[],
  found: FoundSignals,
  arrive: (slot: number, state: number) => void,
): void {
  const { byKey, bySignal } = movesOf(state);
  for (const key of slotKeys) for (const target of byKey.get(key) ?? []) arrive(slot + 1, target);
  if (bySignal.size === 0) return;
  for (const [signal, ends] of found.startingAt(slot)) {
    for (const target of bySignal.get(signal) ?? []) for (const end of ends) arrive(end, target);
  }
}

interface Moves {
  readonly byKey: ReadonlyMap<number, readonly number[]>;
  readonly bySignal: ReadonlyMap<string, readonly number[]>;
}

const moveTables = new WeakMap<AutomatonState, Moves>();

/** A state's moves, set up when it is first reached: most states of a vocabulary never are. */
function movesOf(state: AutomatonState): Moves {
  const known = moveTables.get(state);
  if (known) return known;
  const byKey = new Map<number, number[]>();
  for (let at = 0; at < state.onKey.length; at += 2) {
    const [key, target] = [state.onKey[at], state.onKey[at + 1]];
    if (key !== undefined && target !== undefined) append(byKey, key, target);
  }
  const bySignal = new Map<string, number[]>();
  for (const [signal, target] of state.onSignal) append(bySignal, signal, target);
  const moves = { byKey, bySignal };
  moveTables.set(state, moves);
  return moves;
}

function append<Key>(lists: Map<Key, number[]>, key: Key, item: number): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
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

const nothing: ReadonlyMap<string, readonly number[]> = new Map();

/** The signals found so far in a sentence, by name and by where they begin. */
class FoundSignals {
  private readonly matches = new Map<string, Match[]>();
  private readonly bySlot = new Map<number, Map<string, number[]>>();

  /** The signals that begin at a slot, with polarity and without, and where each ends. */
  startingAt(slot: number): ReadonlyMap<string, readonly number[]> {
    return this.bySlot.get(slot) ?? nothing;
  }

  add(added: readonly Match[], isComplete: (signal: string) => boolean): void {
    const names = new Set(added.map(({ outcome }) => outcome.signal));
    for (const name of this.matches.keys()) if (isComplete(name)) names.add(name);
    for (const name of names) {
      const all = [...(this.matches.get(name) ?? []), ...added.filter(({ outcome }) => outcome.signal === name)];
      const kept = withoutExcluded(all);
      this.matches.set(name, isComplete(name) ? longestPolarity(kept) : kept);
    }
    if (names.size > 0) this.index();
  }

  toSignals(length: number): readonly Signal[] {
    return [...this.matches.values()]
      .flat()
      .filter(({ outcome }) => !outcome.isExclusion)
      .map(({ outcome, start, end }) => ({
        name: outcome.signal,
        polarity: outcome.polarity,
        start: Math.max(start - 1, 0),
        end: Math.min(end - 1, length),
      }))
      .filter(({ start, end }) => end > start)
      .sort((a, b) => a.start - b.start || a.end - b.end);
  }

  private index(): void {
    this.bySlot.clear();
    for (const { outcome, start, end } of [...this.matches.values()].flat()) {
      if (outcome.isExclusion) continue;
      for (const name of namesOf(outcome)) this.indexOne(name, start, end);
    }
  }

  private indexOne(key: string, start: number, end: number): void {
    const signals = this.bySlot.get(start) ?? new Map<string, number[]>();
    this.bySlot.set(start, signals);
    if (!signals.get(key)?.includes(end)) append(signals, key, end);
  }
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
