import type { Conveyance } from '../linter/LintReport.js';
import { conveyances } from '../linter/LintReport.js';
import type { MailPart, Reading, Sentence } from '../reading/Reading.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { PassageMatch } from './findPassages.js';
import { findPassages } from './findPassages.js';
import { tellingSentences } from './tellingSentences.js';
import { isVisible, visibleSentences } from './visibleSentences.js';

/** Sentences that convey something together, and how sure that is. */
export interface ConveyingPassage {
  readonly sentences: readonly Sentence[];
  /** What the trained model says to a frame; `alone` is the model's word where no frame is complete. */
  readonly certainty: 'confirmed' | 'unconfirmed' | 'sure-alone' | 'alone';
}

/**
 * The passages that convey something.
 *
 * @param isCounted which parts of the mail count.
 */
export function passagesThatConvey(
  conveyance: Conveyance,
  reading: Reading,
  rulebook: Rulebook,
  isCounted: (part: MailPart) => boolean,
): readonly ConveyingPassage[] {
  const definition = rulebook.conveyances[conveyance];
  if (!definition) return [];
  const sentences =
    isCounted === isVisible ? visibleSentences(reading) : reading.sentences.filter(({ part }) => isCounted(part));
  return findPassages(definition, sentences, reading.passages).flatMap((match) => {
    const telling = sentencesOf(match, definition.scorer);
    const meant = match.by === 'frame' ? telling : telling.filter((sentence) => !isHollow(conveyance, sentence));
    return meant.length > 0 ? [{ sentences: meant, certainty: certaintyOf(match) }] : [];
  });
}

/**
 * The sentences that convey something, in reading order.
 *
 * @param isCounted which parts of the mail count.
 */
export function sentencesThatConvey(
  conveyance: Conveyance,
  reading: Reading,
  rulebook: Rulebook,
  isCounted: (part: MailPart) => boolean,
): readonly Sentence[] {
  const passages = passagesThatConvey(conveyance, reading, rulebook, isCounted);
  const found = new Set(passages.flatMap(({ sentences }) => sentences));
  return reading.sentences.filter((sentence) => found.has(sentence));
}

/** “Thank you for your understanding” sounds like thanks to a model; the vocabulary knows that it is none. */
function isHollow(conveyance: Conveyance, { signals }: Sentence): boolean {
  const own = signals.filter(({ name }) => name === conveyance);
  return own.some(({ polarity }) => polarity === 'hollow') && own.every(({ polarity }) => polarity === 'hollow');
}

function certaintyOf(match: PassageMatch): ConveyingPassage['certainty'] {
  switch (match.by) {
    case 'frame':
      return match.isConfirmed ? 'confirmed' : 'unconfirmed';
    case 'scorer':
      return match.isSure ? 'sure-alone' : 'alone';
  }
}

function sentencesOf(match: PassageMatch, output = ''): readonly Sentence[] {
  switch (match.by) {
    case 'frame':
      return match.places.map(({ sentence }) => sentence);
    case 'scorer':
      return tellingSentences(match.passage, output).map(({ sentence }) => sentence);
  }
}

/** All that a mail conveys, by its words and its links. */
export function conveyedBy(reading: Reading, rulebook: Rulebook): readonly Conveyance[] {
  return conveyances.filter((conveyance) => {
    const roles = rulebook.conveyances[conveyance]?.links ?? [];
    const isLinked = reading.links.some((link) => !link.isDead && link.roles.some((role) => roles.includes(role)));
    return isLinked || sentencesThatConvey(conveyance, reading, rulebook, isVisible).length > 0;
  });
}
