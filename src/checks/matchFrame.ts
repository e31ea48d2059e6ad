import { neighbours } from '../reading/neighbours.js';
import type { Sentence } from '../reading/Reading.js';
import type { Signal } from '../reading/Signal.js';
import { hashText } from '../reading/scorer/hash.js';
import type { Frame } from '../rulebook/Rule.js';

/** A signal that a frame asked for, and where it was found. */
export interface SignalPlace {
  /** As the frame names it: `consequence:harmful`. */
  readonly wanted: string;
  readonly sentence: Sentence;
  readonly signal: Signal;
}

export interface FrameMatch {
  readonly frame: Frame;
  readonly places: readonly SignalPlace[];
}

/**
 * Finds the places where one of the frames is complete, the narrowest first: single sentences, then pairs of
 * neighbouring ones. A sentence takes part in one match only.
 */
export function matchFrames(frames: readonly Frame[], sentences: readonly Sentence[]): readonly FrameMatch[] {
  const used = new Set<Sentence>();
  const matches: FrameMatch[] = [];
  const tryWindow = ({ sentences: window, bits }: Window, candidates: readonly FrameBits[]): void => {
    for (const candidate of candidates) {
      // Most frames end here: nearly no sentence holds all that one asks for.
      if (!mayComplete(candidate, bits)) continue;
      if (window.some((sentence) => used.has(sentence))) return;
      const places = completeFrame(candidate.frame, window);
      if (!places) continue;
      matches.push({ frame: candidate.frame, places });
      for (const sentence of window) used.add(sentence);
      return;
    }
  };
  const narrow = frames.map(bitsOfFrame);
  const windows = windowsOf(sentences);
  for (const window of windows.narrow()) tryWindow(window, narrow);
  const wide = narrow.filter(({ frame }) => frame.sentences === 2);
  if (wide.length > 0) for (const window of windows.wide()) tryWindow(window, wide);
  return matches;
}

/** Sentences that a frame may be complete in. */
interface Window {
  readonly sentences: readonly Sentence[];
  /** Those of all their signals. */
  readonly bits: number;
}

/** The windows in a list of sentences, made when they are first asked for. */
class Windows {
  readonly #sentences: readonly Sentence[];
  #narrow: readonly Window[] | undefined;
  #wide: readonly Window[] | undefined;

  constructor(sentences: readonly Sentence[]) {
    this.#sentences = sentences;
  }

  narrow(): readonly Window[] {
    this.#narrow ??= this.#sentences.map((sentence) => windowOf([sentence]));
    return this.#narrow;
  }

  wide(): readonly Window[] {
    this.#wide ??= neighbours(this.#sentences).map(windowOf);
    return this.#wide;
  }
}

function windowOf(sentences: readonly Sentence[]): Window {
  let bits = 0;
  for (const sentence of sentences) bits |= signalTable(sentence).bits;
  return { sentences, bits };
}

const windowsBySentences = new WeakMap<readonly Sentence[], Windows>();

/** Most rules ask about the same list of sentences. */
function windowsOf(sentences: readonly Sentence[]): Windows {
  const windows = windowsBySentences.get(sentences) ?? new Windows(sentences);
  windowsBySentences.set(sentences, windows);
  return windows;
}

/** A frame, and the bits of the signals that it asks for. */
interface FrameBits {
  readonly frame: Frame;
  readonly all: number;
  readonly any: readonly number[];
}

function bitsOfFrame(frame: Frame): FrameBits {
  return { frame, all: bitsOfNames(frame.all), any: frame.any.map(bitsOfNames) };
}

function mayComplete({ all, any }: FrameBits, bits: number): boolean {
  return (all & ~bits) === 0 && any.every((group) => (group & bits) !== 0);
}

/** The places of a frame's signals, or undefined when one is missing or one is there that must not be. */
function completeFrame(frame: Frame, window: readonly Sentence[]): readonly SignalPlace[] | undefined {
  // With loops, since most runs are over before closures are compiled away.
  for (const name of frame.all) if (!holdsSignal(name, window)) return undefined;
  if (frame.none.some((name) => holdsSignal(name, window))) return undefined;
  const places: SignalPlace[] = [];
  for (const names of [...frame.all.map((name) => [name]), ...frame.any]) {
    const candidates = names.flatMap((name) => placesOf(name, window));
    const place = nearest(candidates, places[0]);
    if (!place) return undefined;
    places.push(place);
  }
  return places;
}

/** Whether any of the sentences has a signal, named with its polarity or without. */
export function holdsSignal(wanted: string, sentences: readonly Sentence[]): boolean {
  for (const sentence of sentences) if (signalTable(sentence).byName.has(wanted)) return true;
  return false;
}

/** Whether sentences hold one of several signals, each named as in frames. */
export function holdsAnySignal(wanted: readonly string[], sentences: readonly Sentence[]): boolean {
  return wanted.some((name) => holdsSignal(name, sentences));
}

function placesOf(wanted: string, window: readonly Sentence[]): readonly SignalPlace[] {
  return window.flatMap((sentence) =>
    (signalTable(sentence).byName.get(wanted) ?? []).map((signal) => ({ wanted, sentence, signal })),
  );
}

/** A sentence's signals by all names that a frame may call them by; every frame of every rule asks for some. */
interface SignalTable {
  readonly byName: ReadonlyMap<string, readonly Signal[]>;
  /** A bit for each name, of which some share one: what is not among them is not there. */
  readonly bits: number;
}

/** By the signals and not by the sentence, since a sentence that was read before has the same ones. */
const signalTables = new WeakMap<readonly Signal[], SignalTable>();

function signalTable({ signals }: Sentence): SignalTable {
  const known = signalTables.get(signals);
  if (known) return known;
  const byName = new Map<string, Signal[]>();
  for (const signal of signals) {
    const names = signal.polarity === undefined ? [signal.name] : [signal.name, `${signal.name}:${signal.polarity}`];
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), signal]);
  }
  const table = { byName, bits: bitsOfNames([...byName.keys()]) };
  signalTables.set(signals, table);
  return table;
}

/** Bits that a number has room for. */
const bitCount = 31;

function bitsOfNames(names: readonly string[]): number {
  let bits = 0;
  for (const name of names) bits |= 1 << (hashText(name, 0) % bitCount);
  return bits;
}

function nearest(candidates: readonly SignalPlace[], anchor: SignalPlace | undefined): SignalPlace | undefined {
  if (!anchor) return candidates[0];
  const distance = (place: SignalPlace): number =>
    (place.sentence === anchor.sentence ? 0 : 1000) + Math.abs(place.signal.start - anchor.signal.start);
  return candidates.reduce<SignalPlace | undefined>(
    (best, place) => (best === undefined || distance(place) < distance(best) ? place : best),
    undefined,
  );
}
