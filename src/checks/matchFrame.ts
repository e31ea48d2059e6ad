import { neighbours } from '../reading/neighbours.js';
import type { Sentence } from '../reading/Reading.js';
import type { Signal } from '../reading/Signal.js';
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
  const tryWindow = (window: readonly Sentence[], candidates: readonly Frame[]): void => {
    if (window.some((sentence) => used.has(sentence))) return;
    for (const frame of candidates) {
      const places = completeFrame(frame, window);
      if (!places) continue;
      matches.push({ frame, places });
      for (const sentence of window) used.add(sentence);
      return;
    }
  };
  for (const sentence of sentences) tryWindow([sentence], frames);
  const wide = frames.filter((frame) => frame.sentences === 2);
  if (wide.length > 0) for (const pair of neighbours(sentences)) tryWindow(pair, wide);
  return matches;
}

/** The places of a frame's signals, or undefined when one is missing or one is there that must not be. */
function completeFrame(frame: Frame, window: readonly Sentence[]): readonly SignalPlace[] | undefined {
  // Most frames end here: nearly no sentence holds all that one asks for.
  if (!frame.all.every((name) => holdsSignal(name, window))) return undefined;
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
  return sentences.some((sentence) => signalsByName(sentence).has(wanted));
}

/** Whether sentences hold one of several signals, each named as in frames. */
export function holdsAnySignal(wanted: readonly string[], sentences: readonly Sentence[]): boolean {
  return wanted.some((name) => holdsSignal(name, sentences));
}

function placesOf(wanted: string, window: readonly Sentence[]): readonly SignalPlace[] {
  return window.flatMap((sentence) =>
    (signalsByName(sentence).get(wanted) ?? []).map((signal) => ({ wanted, sentence, signal })),
  );
}

const signalTables = new WeakMap<Sentence, ReadonlyMap<string, readonly Signal[]>>();

/** A sentence's signals by all names that a frame may call them by; every frame of every rule asks for some. */
function signalsByName(sentence: Sentence): ReadonlyMap<string, readonly Signal[]> {
  const known = signalTables.get(sentence);
  if (known) return known;
  const table = new Map<string, Signal[]>();
  for (const signal of sentence.signals) {
    const names = signal.polarity === undefined ? [signal.name] : [signal.name, `${signal.name}:${signal.polarity}`];
    for (const name of names) table.set(name, [...(table.get(name) ?? []), signal]);
  }
  signalTables.set(sentence, table);
  return table;
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
