import { foldForm } from '../reading/foldForm.js';
import { acceptBit, bitOfKey, signalBit, wordBit } from '../reading/slotBits.js';
import type { KeyTable } from './KeyTable.js';
import { packNumbers } from './PackedNumbers.js';
import type { PatternNode } from './Pattern.js';
import type { SignalAutomaton, StartMoves } from './SignalAutomaton.js';

interface StateDraft {
  readonly onKey: [key: number, next: number][];
  readonly onWord: number[];
  readonly onSignal: [signal: string, next: number][];
  readonly silent: number[];
  readonly accepts: number[];
}

/** A state whose silent moves are worked out. */
type StateMoves = Readonly<Omit<StateDraft, 'silent'>>;

/** Thompson's construction over tokens: patterns go in one after another, one automaton for all of them comes out. */
export class AutomatonBuilder {
  private readonly drafts: StateDraft[] = [];
  private readonly start: number;

  constructor(private readonly keys: KeyTable) {
    this.start = this.addState();
  }

  addPattern(node: PatternNode, outcome: number): void {
    const end = this.addState();
    this.state(end).accepts.push(outcome);
    this.connect(node, this.start, end);
  }

  build(): SignalAutomaton {
    const states = this.drafts.map((_, index) => this.finish(index));
    const signals = [...new Set(states.flatMap(({ onSignal }) => onSignal.map(([name]) => name)))];
    return flatten(states, this.start, signals);
  }

  private connect(node: PatternNode, from: number, to: number): void {
    switch (node.type) {
      case 'lemma':
        this.state(from).onKey.push([this.keys.numberOfLemma(node.value), to]);
        return;
      case 'exact':
        this.state(from).onKey.push([this.keys.numberOf(`=${foldForm(node.value)}`), to]);
        return;
      case 'ending':
        this.state(from).onKey.push([this.keys.numberOf(`*${foldForm(node.value)}`), to]);
        return;
      case 'beginning':
        this.state(from).onKey.push([this.keys.numberOf(`^${foldForm(node.value)}`), to]);
        return;
      case 'punctuation':
        this.state(from).onKey.push([this.keys.numberOf(`,${node.value}`), to]);
        return;
      case 'kind':
        this.state(from).onKey.push([this.keys.numberOf(`<${node.value}>`), to]);
        return;
      case 'signal':
        this.state(from).onSignal.push([node.polarity === undefined ? node.name : `${node.name}:${node.polarity}`, to]);
        return;
      case 'gap':
        this.connectGap(node.most, from, to);
        return;
      case 'sequence':
        this.connectSequence(node.children, from, to);
        return;
      case 'alternatives':
        for (const child of node.children) this.connect(child, from, to);
        return;
      case 'optional':
        this.state(from).silent.push(to);
        this.connect(node.child, from, to);
    }
  }

  private connectSequence(children: readonly PatternNode[], from: number, to: number): void {
    let current = from;
    for (const [index, child] of children.entries()) {
      const next = index === children.length - 1 ? to : this.addState();
      this.connect(child, current, next);
      current = next;
    }
  }

  private connectGap(most: number, from: number, to: number): void {
    let current = from;
    this.state(current).silent.push(to);
    for (let words = 1; words <= most; words += 1) {
      const next = words === most ? to : this.addState();
      this.state(current).onWord.push(next);
      if (next !== to) this.state(next).silent.push(to);
      current = next;
    }
  }

  private addState(): number {
    this.drafts.push({ onKey: [], onWord: [], onSignal: [], silent: [], accepts: [] });
    return this.drafts.length - 1;
  }

  private state(index: number): StateDraft {
    const draft = this.drafts[index];
    if (!draft) throw new RangeError(`No state ${index}`);
    return draft;
  }

  private finish(index: number): StateMoves {
    const reachable = new Set([index]);
    // A set grows while it is walked, so this visits every state that silent moves lead to.
    for (const state of reachable) for (const next of this.state(state).silent) reachable.add(next);
    const drafts = [...reachable].map((state) => this.state(state));
    return {
      onKey: drafts.flatMap(({ onKey }) => onKey).sort(([one], [other]) => one - other),
      onWord: [...new Set(drafts.flatMap(({ onWord }) => onWord))],
      onSignal: drafts.flatMap(({ onSignal }) => onSignal),
      accepts: [...new Set(drafts.flatMap(({ accepts }) => accepts))],
    };
  }
}

function flatten(states: readonly StateMoves[], start: number, signals: readonly string[]): SignalAutomaton {
  const places = new Map(signals.map((name, place) => [name, place]));
  const offsets: number[] = [];
  const moves: number[] = [];
  for (const { onKey, onWord, onSignal, accepts } of states) {
    offsets.push(moves.length);
    const signalMoves = onSignal.flatMap(([name, next]) => [places.get(name) ?? 0, next]);
    for (const list of [onKey.flat(), onWord, signalMoves, accepts]) moves.push(list.length, ...list);
  }
  const first = states[start];
  return {
    start: {
      ...byKey(first?.onKey ?? []),
      onSignal: (first?.onSignal ?? []).flatMap(([name, next]) => [places.get(name) ?? 0, next]),
    },
    bits: packNumbers(states.map(bitsOf)),
    offsets: packNumbers(offsets),
    moves: packNumbers(moves),
    signals,
  };
}

/** @param pairs sorted by key. */
function byKey(pairs: StateMoves['onKey']): Pick<StartMoves, 'offsets' | 'targets'> {
  const offsets: number[] = [0];
  for (const [index, [key]] of pairs.entries()) while (offsets.length <= key) offsets.push(index);
  offsets.push(pairs.length);
  return { offsets: packNumbers(offsets), targets: packNumbers(pairs.map(([, next]) => next)) };
}

function bitsOf({ onKey, onWord, onSignal, accepts }: StateMoves): number {
  const ways = (onWord.length > 0 ? wordBit : 0) | (onSignal.length > 0 ? signalBit : 0);
  const bits = ways | (accepts.length > 0 ? acceptBit : 0);
  return onKey.reduce((all, [key]) => all | bitOfKey(key), bits);
}
