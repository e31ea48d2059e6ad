import type { SubjectRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import type { Finding } from './Finding.js';
import { findingsOfMatch } from './findingsOfMatch.js';
import { findPassages } from './findPassages.js';

/** Finds subjects that get a mail opened under a pretext. */
export function checkSubject(rule: SubjectRule, { reading }: CheckContext): readonly Finding[] {
  const subject = reading.sentences.filter(({ part }) => part === 'subject');
  const demand = reading.typesAreDeclared ? 'usual' : 'high';
  return findPassages(rule, subject, reading.passages, demand).flatMap((match) => findingsOfMatch(rule, match));
}
