import type { Conveyance } from '../linter/LintReport.js';
import { conveyances } from '../linter/LintReport.js';
import type { MailPart, Reading, Sentence } from '../reading/Reading.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { PassageMatch } from './findPassages.js';
import { findPassages } from './findPassages.js';
import { tellingSentences } from './tellingSentences.js';

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
  const definition = rulebook.conveyances[conveyance];
  if (!definition) return [];
  const sentences = reading.sentences.filter(({ part }) => isCounted(part));
  const found = new Set(
    findPassages(definition, sentences, reading.passages).flatMap((match) => sentencesOf(match, definition.scorer)),
  );
  return sentences.filter((sentence) => found.has(sentence));
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
    return isLinked || sentencesThatConvey(conveyance, reading, rulebook, (part) => part !== 'hidden').length > 0;
  });
}
