import { describe, expect, it } from 'vitest';
import { timesOfSignal } from '../../src/checks/timesOfSignal.js';
import { readMail } from '../../src/reading/readMail.js';
import { mailOf } from '../reading/mailOf.js';
import { rulebook } from '../rulebook.js';

/** The words of the times that the first signal of a name is about. */
function timesIn(text: string, name: string, language: string): readonly string[] {
  const { sentences } = readMail(mailOf(text, 'text', { language }), rulebook);
  const sentence = sentences.find(({ signals }) => signals.some((signal) => signal.name === name));
  const signal = sentence?.signals.find((candidate) => candidate.name === name);
  if (!sentence || !signal) return [];
  return timesOfSignal(sentence, signal, rulebook.languages[language]?.calendar).map(({ start, end }) =>
    text.slice(sentence.tokens[start]?.start, sentence.tokens[end - 1]?.end),
  );
}

describe('the times of a time limit', () => {
  it.each([
    ['Please reply by Friday, 27 November.', 'en', ['Friday', '27 November']],
    ['Please reply by noon tomorrow.', 'en', ['tomorrow']],
    ['Please reply before we meet, and remember the tea in May.', 'en', []],
    ['Bitte antworten Sie bis Sonntagabend, dem 22. November.', 'de', ['Sonntagabend', '22. November']],
  ] as const)('“%s”', (text, language, times) => {
    expect(timesIn(text, 'deadline', language)).toEqual(times);
  });

  it('are none in a language without a calendar', () => {
    const [sentence] = readMail(mailOf('Please reply by Friday.', 'text', { language: 'en' }), rulebook).sentences;
    const signal = sentence?.signals.find(({ name }) => name === 'deadline');
    expect(sentence && signal && timesOfSignal(sentence, signal, undefined)).toEqual([]);
  });
});
