import type { MailType } from '../../mail/Mail.js';
import type { Sentence } from '../Reading.js';
import type { Token } from '../Token.js';
import { hashPair, hashText } from './hash.js';

/** Features are weighed against others of their group only, so that many letters don't drown few signals. */
export const featureGroups = ['words', 'letters', 'signals'] as const;
export type FeatureGroup = (typeof featureGroups)[number];

/**
 * A passage whose features of a group sum up to less (squared rarities) is too short to say much, and is not stretched
 * to full length: a salutation would else weigh as much as a paragraph. In the order of the groups; about six words.
 */
export const leastEvidence: readonly number[] = [300, 1000, 60];

/** One thing that is true of a passage. */
export interface Feature {
  readonly group: FeatureGroup;
  readonly hash: number;
  /** The token that shows it; undefined for what no single token shows. */
  readonly token: Token | undefined;
}

const shortestGram = 2;
const longestGram = 4;

/** Punctuation that changes how a sentence sounds. */
const tellingPunctuation: ReadonlySet<string> = new Set(['!', '?', ';', ':']);

/** Words that tell one time from another; a model that knew them would know its examples by heart. */
const timeSignals: ReadonlySet<string> = new Set(['weekday', 'month', 'clock-time', 'number-word']);

/** Signals that only choose among better wordings; what a passage is about says nothing of how it puts it. */
const untellingSignals: ReadonlySet<string> = new Set(['address-form', 'matter', 'answer-day']);

const seeds = { word: 1, letters: 2, signal: 3, pair: 4, neighbours: 5, mailType: 6, part: 7 } as const;

/** Takes one feature of a passage. */
export type TakeFeature = (group: FeatureGroup, hash: number, token: Token | undefined) => void;

/**
 * What a linear model is told of a few sentences that are read together: words and word pairs by their forms, with
 * numbers, dates, money and placeholders folded into classes; groups of letters, which carry compounds and inflection;
 * signals, pairs of signals in a sentence and with the sentence before; the mail's types and the subject.
 */
export function passageFeatures(sentences: readonly Sentence[], types: readonly MailType[]): readonly Feature[] {
  const features: Feature[] = [];
  const take: TakeFeature = (group, hash, token) => features.push({ group, hash, token });
  takeMailFeatures(sentences, types, take);
  let before: readonly number[] = [];
  for (const sentence of sentences) {
    takeWordFeatures(sentence, take);
    const signals = signalHashes(sentence);
    for (const [index, signal] of signals.entries()) {
      takeSignalFeatures(signals, index, take);
      takeNeighbourFeatures(signal, before, take);
    }
    before = signals;
  }
  return features;
}

/** What the mail is for, and whether its subject is read. */
export function takeMailFeatures(sentences: readonly Sentence[], types: readonly MailType[], take: TakeFeature): void {
  for (const type of types) take('signals', hashText(type, seeds.mailType), undefined);
  if (sentences.some(({ part }) => part === 'subject')) take('signals', hashText('subject', seeds.part), undefined);
}

/** The words of a sentence, their pairs and their letters. */
export function takeWordFeatures(sentence: Sentence, take: TakeFeature): void {
  const classes = classesOf(sentence);
  let previous = hashText('^', seeds.word);
  for (const [index, token] of sentence.tokens.entries()) {
    if (sentence.quoted.has(token)) continue;
    const word = classes[index] ?? token.form;
    if (token.kind === 'punctuation' && !tellingPunctuation.has(word)) continue;
    const hash = hashText(word, seeds.word);
    take('words', hash, token);
    take('words', hashPair(previous, hash), token);
    if (token.kind === 'word' && word === token.form) takeLetterFeatures(token, take);
    previous = hash;
  }
  take('words', hashPair(previous, hashText('$', seeds.word)), undefined);
}

/** What stands for each token: its form, or the class that it is one of many of. */
function classesOf({ tokens, signals }: Sentence): readonly string[] {
  const classes = tokens.map((token) =>
    token.kind === 'word' || token.kind === 'punctuation' ? token.form : `<${token.kind}>`,
  );
  for (const { name, start, end } of signals) {
    if (timeSignals.has(name)) classes.fill(`<${name}>`, start, end);
  }
  return classes;
}

function takeLetterFeatures(token: Token, take: TakeFeature): void {
  const padded = ` ${token.form} `;
  for (let length = shortestGram; length <= longestGram; length += 1) {
    for (let start = 0; start + length <= padded.length; start += 1) {
      take('letters', hashText(padded, seeds.letters, start, start + length), token);
    }
  }
}

/** The signals of a sentence as hashes, each once. */
export function signalHashes({ signals }: Sentence): readonly number[] {
  const telling = signals.filter(({ name }) => !untellingSignals.has(name));
  const names = new Set(telling.map(({ name, polarity }) => (polarity === undefined ? name : `${name}:${polarity}`)));
  return [...names].sort().map((name) => hashText(name, seeds.signal));
}

/** A signal of a sentence, and its pairs with those behind it. */
export function takeSignalFeatures(signals: readonly number[], index: number, take: TakeFeature): void {
  const signal = signals[index] ?? 0;
  take('signals', signal, undefined);
  const pair = hashPair(hashText('', seeds.pair), signal);
  for (let at = index + 1; at < signals.length; at += 1) take('signals', hashPair(pair, signals[at] ?? 0), undefined);
}

/** The pairs of a signal with those of the sentence before. */
export function takeNeighbourFeatures(signal: number, before: readonly number[], take: TakeFeature): void {
  const seed = hashText('', seeds.neighbours);
  for (const other of before) take('signals', hashPair(hashPair(seed, other), signal), undefined);
}
