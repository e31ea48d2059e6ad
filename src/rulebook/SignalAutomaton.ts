import type { PackedNumbers } from './PackedNumbers.js';
import type { WordTable } from './WordTable.js';

/**
 * All signal patterns of one language as nondeterministic automata over tokens, in plain data so that the build can
 * write them to a file. They are run in order: an automaton may refer to the signals that earlier ones found.
 */
export interface CompiledVocabulary {
  /** Every key that a token can have: `=exact`, `@lemma`, `~stem`, `*ending`, `^beginning`, `<kind>`, `,`. */
  readonly keys: readonly string[];
  /** Folded form → indexes of the lemma keys that it is a form of. */
  readonly forms: WordTable;
  /** Folded finite form → particle and lemma key of each separable verb that it may belong to, flat in pairs. */
  readonly separable: WordTable;
  readonly outcomes: readonly SignalOutcome[];
  readonly automata: readonly SignalAutomaton[];
  /** For every signal the index of the automaton after which all its matches are known. */
  readonly completeAfter: Readonly<Record<string, number>>;
}

export interface SignalOutcome {
  readonly signal: string;
  readonly polarity?: string;
  /** A match drops the overlapping matches of its signal instead of being one. */
  readonly isExclusion: boolean;
}

/**
 * States are numbers, and what belongs to them stands in flat lists: a vocabulary has thousands of states, and packed lists
 * of numbers are the quickest thing to load.
 */
export interface SignalAutomaton {
  readonly start: StartMoves;
  /** For every state the bits of what it can take; see `slotBits.ts`. */
  readonly bits: PackedNumbers;
  /** For every state where its moves begin in `moves`. */
  readonly offsets: PackedNumbers;
  /**
   * The moves of each state, silent ones worked out already. In this order, each with its length before it: keys and the
   * states they lead to, in pairs, by key; states that any word leads to; signals (their place in `signals`) and the
   * states they lead to, in pairs; indexes of the outcomes that are reached.
   */
  readonly moves: PackedNumbers;
  /** Names of the signals that are asked for, with polarity (`consequence:harmful`) or without. */
  readonly signals: readonly string[];
}

/** The moves of the state that all matches begin in. */
export interface StartMoves {
  /** For every key, and one more, where its targets begin in `targets`; those of the next key begin where they end. */
  readonly offsets: PackedNumbers;
  readonly targets: PackedNumbers;
  /** Places in `signals` and the states that these lead to, in pairs. */
  readonly onSignal: readonly number[];
}
