/**
 * All signal patterns of one language as nondeterministic automata over tokens, in plain data so that the build can
 * write them to a file. They are run in order: an automaton may refer to the signals that earlier ones found.
 */
export interface CompiledVocabulary {
  /** Every key that a token can have: `=exact`, `@lemma`, `~stem`, `*ending`, `^beginning`, `<kind>`, `,`. */
  readonly keys: readonly string[];
  /** Folded form → indexes of the lemma keys that it is a form of. */
  readonly forms: Readonly<Record<string, readonly number[]>>;
  /** Folded finite form → particle and lemma key of each separable verb that it may belong to, flat in pairs. */
  readonly separable: Readonly<Record<string, readonly (string | number)[]>>;
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

export interface SignalAutomaton {
  readonly states: readonly AutomatonState[];
  /** Where a match may begin. */
  readonly start: number;
}

/** A state; its silent moves are worked out already, so every list holds what can happen from here. */
export interface AutomatonState {
  /** Token key and next state, flat in pairs. */
  readonly onKey: readonly number[];
  /** Next states on any word. */
  readonly onWord: readonly number[];
  /** Name of a signal, with polarity (`consequence:harmful`) or without, and the next state. */
  readonly onSignal: readonly (readonly [string, number])[];
  /** Indexes of the outcomes that are reached here. */
  readonly accepts: readonly number[];
}
