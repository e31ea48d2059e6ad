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

/**
 * What a linear model is told of a few sentences that are read together: words and word pairs by their forms, with
 * numbers, dates, money and placeholders folded into classes; groups of letters, which carry compounds and inflection;
 * signals, pairs of signals in a sentence and with the sentence before; the mail's types and the subject.
 */
export function passageFeatures(sentences: readonly Sentence[], types: readonly MailType[]): readonly Feature[] {
  const features: Feature[] = types.map((type) => signalFeature(hashText(type, seeds.mailType)));
  if (sentences.some(({ part }) => part === 'subject')) features.push(signalFeature(hashText('subject', seeds.part)));
  let before: readonly number[] = [];
  for (const sentence of sentences) {
    addWordFeatures(sentence, features);
    const signals = signalHashes(sentence);
    addSignalFeatures(signals, before, features);
    before = signals;
  }
  return features;
}

function signalFeature(hash: number): Feature {
  return { group: 'signals', hash, token: undefined };
}

function addWordFeatures(sentence: Sentence, features: Feature[]): void {
  const classes = classesOf(sentence);
  let previous = hashText('^', seeds.word);
  for (const [index, token] of sentence.tokens.entries()) {
    if (sentence.quoted.has(token)) continue;
    const word = classes[index] ?? token.form;
    if (token.kind === 'punctuation' && !tellingPunctuation.has(word)) continue;
    const hash = hashText(word, seeds.word);
    features.push({ group: 'words', hash, token }, { group: 'words', hash: hashPair(previous, hash), token });
    if (token.kind === 'word' && word === token.form) addLetterFeatures(token, features);
    previous = hash;
  }
  features.push({ group: 'words', hash: hashPair(previous, hashText('$', seeds.word)), token: undefined });
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

function addLetterFeatures(token: Token, features: Feature[]): void {
  const padded = ` ${token.form} `;
  for (let length = shortestGram; length <= longestGram; length += 1) {
    for (let start = 0; start + length <= padded.length; start += 1) {
      features.push({ group: 'letters', hash: hashText(padded, seeds.letters, start, start + length), token });
    }
  }
}

function signalHashes({ signals }: Sentence): readonly number[] {
  const telling = signals.filter(({ name }) => !untellingSignals.has(name));
  const names = new Set(telling.map(({ name, polarity }) => (polarity === undefined ? name : `${name}:${polarity}`)));
  return [...names].sort().map((name) => hashText(name, seeds.signal));
}

function addSignalFeatures(signals: readonly number[], before: readonly number[], features: Feature[]): void {
  const pairSeed = hashText('', seeds.pair);
  const neighbourSeed = hashText('', seeds.neighbours);
  for (const [index, signal] of signals.entries()) {
    features.push(signalFeature(signal));
    for (const other of signals.slice(index + 1))
      features.push(signalFeature(hashPair(hashPair(pairSeed, signal), other)));
    for (const other of before) features.push(signalFeature(hashPair(hashPair(neighbourSeed, other), signal)));
  }
}
