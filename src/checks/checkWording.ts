import type { WordingRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import type { Finding } from './Finding.js';
import { findingsOfMatch } from './findingsOfMatch.js';
import { findPassages } from './findPassages.js';

/** Finds passages in which the signals of one of the rule's frames come together, or that the trained model knows. */
export function checkWording(rule: WordingRule, { reading }: CheckContext): readonly Finding[] {
  const visible = reading.sentences.filter(({ part }) => part !== 'hidden');
  // A mail whose type nobody has declared may be any text that is kept among templates, and nearly all of those are fair.
  const demand = reading.typesAreDeclared ? 'usual' : 'high';
  return findPassages(rule, visible, reading.passages, demand).flatMap((match) =>
    findingsOfMatch(rule, match, reading),
  );
}
