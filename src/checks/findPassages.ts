import type { Score, ScoredPassage, Sentence } from '../reading/Reading.js';
import type { ScoreThresholds } from '../reading/scorer/ScorerModel.js';
import type { Frame } from '../rulebook/Rule.js';
import type { FrameMatch } from './matchFrame.js';
import { holdsAnySignal, matchFrames } from './matchFrame.js';

/** What is looked for: frames, and the output of the trained model that has a say besides them. */
export interface PassageDefinition {
  readonly frames: readonly Frame[];
  readonly scorer?: string;
  /** Groups of signals of which a passage must hold one each before the model's word alone counts; none when absent. */
  readonly evidence?: readonly (readonly string[])[];
  /**
   * The same where such passages are rare, for frames as well. A model that has mostly seen mails that ask for something
   * hears a demand where there is none, and words of an article that speaks of others come together by chance; where
   * demands are common, asking for evidence costs more than it saves.
   */
  readonly rareEvidence?: readonly (readonly string[])[];
}

/** A passage that was found, by a complete frame or by the model alone. */
export type PassageMatch = FrameMatchInPassage | ScorerMatch;

export interface FrameMatchInPassage extends FrameMatch {
  readonly by: 'frame';
  /** Whether the model, where there is one, says the same. */
  readonly isConfirmed: boolean;
}

export interface ScorerMatch {
  readonly by: 'scorer';
  readonly passage: ScoredPassage;
  /** Whether the model is as sure as an error asks for. */
  readonly isSure: boolean;
}

/** How much is asked before a passage counts. */
export type Demand = 'usual' | 'high';

interface LeastScores {
  /** For the model's word alone. */
  readonly alone: number;
  /** For a complete frame to count at all. */
  readonly frame: number;
  /** For a complete frame to count in full. */
  readonly confirmed: number;
}

/** From this score on the model would say yes. */
const yes = 0;

/**
 * Thresholds are measured on texts in which such passages are common. Where they are rare, a model that is as seldom
 * wrong is mostly wrong when it speaks: there it has to be sure, and to say yes to a complete frame.
 */
function leastScores({ alone, frame, sure }: ScoreThresholds, demand: Demand): LeastScores {
  switch (demand) {
    case 'usual':
      return { alone, frame, confirmed: alone };
    case 'high':
      return { alone: sure, frame: Math.max(alone, yes), confirmed: sure };
  }
}

/**
 * Finds passages by frames and scorer together: a complete frame counts unless the model sees nothing in it, and the
 * model's word alone counts from a higher score on. A sentence takes part in one match only.
 *
 * @param sentences those that count, in reading order.
 * @param passages what the models said of the mail.
 * @param demand `high` where hardly any text holds such a passage.
 */
export function findPassages(
  { frames, scorer, evidence = [], rareEvidence = [] }: PassageDefinition,
  sentences: readonly Sentence[],
  passages: readonly ScoredPassage[],
  demand: Demand = 'usual',
): readonly PassageMatch[] {
  const frameMatches = matchFrames(frames, sentences);
  const asked = demand === 'usual' ? evidence : [...evidence, ...rareEvidence];
  const barred = demand === 'usual' ? [] : alwaysBarred(frames);
  const isStrong = ({ passage, score }: ScoredFor): boolean =>
    score.value >= leastScores(score.thresholds, demand).alone &&
    holdsEvidence(asked, passage.sentences) &&
    !holdsAnySignal(barred, passage.sentences);
  // What is weak has a say about frames only, and most mails hold none that is complete.
  const hasSay = frameMatches.length > 0 ? () => true : isStrong;
  const scored = scorer === undefined ? [] : scoredBy(scorer, passages, sentences, hasSay);
  const about = bySentence(frameMatches.length > 0 ? scored : []);
  const plausible = demand === 'usual' ? frameMatches : frameMatches.filter(isPlausible(rareEvidence, about));
  const kept = plausible.flatMap((match) => confirmed(match, about, demand));
  const used = new Set(kept.flatMap(({ places }) => places.map(({ sentence }) => sentence)));
  return [...kept, ...scorerMatches(scored.filter(isStrong), used, demand)];
}

/** Signals that keep every frame from being complete, such as a quotation, say of the model's finds what they say of frames. */
function alwaysBarred([first, ...others]: readonly Frame[]): readonly string[] {
  return (first?.none ?? []).filter((name) => others.every(({ none }) => none.includes(name)));
}

/** Whether the evidence that rare passages need stands in what the model has read around a frame. */
function isPlausible(
  groups: readonly (readonly string[])[],
  about: ReadonlyMap<Sentence, readonly ScoredFor[]>,
): (match: FrameMatch) => boolean {
  return ({ places }) => {
    const own = places.map(({ sentence }) => sentence);
    const around = own.flatMap((sentence) => about.get(sentence) ?? []);
    return holdsEvidence(groups, [...own, ...around.flatMap(({ passage }) => passage.sentences)]);
  };
}

/** Whether sentences hold one signal of each group. */
export function holdsEvidence(groups: readonly (readonly string[])[], sentences: readonly Sentence[]): boolean {
  return groups.every((names) => holdsAnySignal(names, sentences));
}

interface ScoredFor {
  readonly passage: ScoredPassage;
  readonly score: Score;
}

function scoredBy(
  output: string,
  passages: readonly ScoredPassage[],
  sentences: readonly Sentence[],
  hasSay: (scored: ScoredFor) => boolean,
): readonly ScoredFor[] {
  let counted: ReadonlySet<Sentence> | undefined;
  const isCounted = (sentence: Sentence): boolean => {
    counted ??= new Set(sentences);
    return counted.has(sentence);
  };
  const found: ScoredFor[] = [];
  for (const passage of passages) {
    const score = passage.scores.get(output);
    if (!score || !hasSay({ passage, score }) || !passage.sentences.every(isCounted)) continue;
    found.push({ passage, score });
  }
  return found;
}

function bySentence(scored: readonly ScoredFor[]): ReadonlyMap<Sentence, readonly ScoredFor[]> {
  const found = new Map<Sentence, ScoredFor[]>();
  for (const each of scored) {
    for (const sentence of each.passage.sentences) {
      const own = found.get(sentence);
      if (own) own.push(each);
      else found.set(sentence, [each]);
    }
  }
  return found;
}

/** A frame's match, or nothing where the model has read the same sentences and sees nothing in them. */
function confirmed(
  match: FrameMatch,
  scored: ReadonlyMap<Sentence, readonly ScoredFor[]>,
  demand: Demand,
): readonly FrameMatchInPassage[] {
  const about = match.places.flatMap(({ sentence }) => scored.get(sentence) ?? []);
  if (about.length === 0) return [{ ...match, by: 'frame', isConfirmed: true }];
  if (about.every(({ score }) => score.value < leastScores(score.thresholds, demand).frame)) return [];
  return [
    {
      ...match,
      by: 'frame',
      isConfirmed: about.some(({ score }) => score.value >= leastScores(score.thresholds, demand).confirmed),
    },
  ];
}

/** The strongest passages first, so that of two that share a sentence the stronger is taken. */
function scorerMatches(strong: readonly ScoredFor[], used: Set<Sentence>, demand: Demand): readonly ScorerMatch[] {
  const matches: ScorerMatch[] = [];
  for (const { passage, score } of [...strong].sort((a, b) => b.score.value - a.score.value)) {
    if (passage.sentences.some((sentence) => used.has(sentence))) continue;
    for (const sentence of passage.sentences) used.add(sentence);
    // Where such passages are rare, even a sure model is too often wrong for an error.
    matches.push({ by: 'scorer', passage, isSure: demand === 'usual' && score.value >= score.thresholds.sure });
  }
  return matches;
}
