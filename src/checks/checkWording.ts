import type { WordingRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { demandOf } from './demandOf.js';
import type { Finding } from './Finding.js';
import { findingsOfMatch } from './findingsOfMatch.js';
import { findPassages } from './findPassages.js';
import { visibleSentences } from './visibleSentences.js';

/** Finds passages in which the signals of one of the rule's frames come together, or that the trained model knows. */
export function checkWording(rule: WordingRule, { reading }: CheckContext): readonly Finding[] {
  return findPassages(rule, visibleSentences(reading), reading.passages, demandOf(reading)).flatMap((match) =>
    findingsOfMatch(rule, match, reading),
  );
}
