import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MailFormat } from '../../src/mail/Mail.js';
import { mailTypes } from '../../src/mail/Mail.js';
import { inferTypes } from '../../src/reading/inferTypes.js';
import type { MailPart, Sentence } from '../../src/reading/Reading.js';
import { readSentences } from '../../src/reading/readSentences.js';
import { mailOf } from './mailOf.js';
import { tinyLanguage } from './tinyLanguage.js';

const language = tinyLanguage({
  'mail-type': { polarities: Object.fromEntries(mailTypes.map((type) => [type, [`"${type}"`]])) },
  money: ['<money-sign> <number>'],
});

function sentencesOf(text: string, part: MailPart, format: MailFormat = 'text'): readonly Sentence[] {
  return readSentences(
    mailOf(text, format),
    () => part,
    () => language,
  );
}

const words: readonly string[] = mailTypes.filter((type) => type !== 'terms-update');

describe('inferTypes', () => {
  it('knows nothing of a mail without a hint', () => {
    expect(inferTypes([])).toEqual([]);
    expect(inferTypes(sentencesOf('Hello there.', 'subject'))).toEqual([]);
  });

  it('puts the most likely first', () => {
    const sentences = [...sentencesOf('a consent', 'body'), ...sentencesOf('marketing', 'subject')];
    expect(inferTypes(sentences).map(({ type }) => type)).toEqual(['marketing', 'consent']);
  });

  it('believes a subject more than a footer', () => {
    const [subject] = inferTypes(sentencesOf('consent', 'subject'));
    const [footer] = inferTypes(sentencesOf('consent', 'footer'));
    expect(subject?.confidence).toBeGreaterThan(footer?.confidence ?? 1);
  });

  it('does not listen to hidden text, nor to a word said twice in a sentence', () => {
    expect(inferTypes(sentencesOf('consent', 'hidden'))).toEqual([]);
    expect(inferTypes(sentencesOf('consent and consent', 'body'))).toEqual(inferTypes(sentencesOf('consent', 'body')));
  });

  it('takes a list of priced things for an offer', () => {
    const [type] = inferTypes(sentencesOf('- Black tea £9\n- Green tea £6', 'body', 'markdown'));
    expect(type).toEqual({ type: 'marketing', confidence: 0.5 });
    expect(inferTypes(sentencesOf('- Black tea £9\n- Green tea', 'body', 'markdown'))).toEqual([]);
    expect(inferTypes(sentencesOf('Black tea £9\n\nGreen tea £6', 'body', 'markdown'))).toEqual([]);
  });

  it('takes prices for no offer where something was ordered or is due', () => {
    for (const word of ['transactional', 'service']) {
      const types = inferTypes(sentencesOf(`A ${word} letter.\n\n- Black tea £9\n- Green tea £6`, 'body', 'markdown'));
      expect(types.map(({ type }) => type)).toEqual([word]);
    }
  });

  it('is never sure, and never more than sure in all', () => {
    const hints = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom<MailPart>('subject', 'body', 'footer')));
    fc.assert(
      fc.property(hints, (all) => {
        const types = inferTypes(all.flatMap(([word, part]) => sentencesOf(word, part)));
        const confidences = types.map(({ confidence }) => confidence);
        expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
        expect(confidences.every((confidence) => confidence > 0 && confidence < 1)).toBe(true);
        expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThanOrEqual(1.02);
      }),
    );
  });
});

describe('inferTypes with a model', () => {
  const scoresOf = (part: MailPart, consent: number, marketing: number) => ({
    sentences: sentencesOf('Hello there.', part),
    scores: new Map([
      ['consent', consent],
      ['marketing', marketing],
    ] as const),
  });

  it('believes a model where the words say nothing', () => {
    const [likeliest] = inferTypes(sentencesOf('Hello there.', 'body'), [scoresOf('body', 1, -1)]);
    expect(likeliest).toMatchObject({ type: 'consent' });
    expect(likeliest?.confidence).toBeGreaterThan(0.7);
  });

  it('is unsure where the model says no to everything', () => {
    const guesses = inferTypes(sentencesOf('Hello there.', 'body'), [scoresOf('body', -1, -1)]);
    for (const { confidence } of guesses) expect(confidence).toBeLessThan(0.1);
  });

  it('weighs what the words say against the model', () => {
    const [likeliest] = inferTypes(sentencesOf('marketing', 'subject'), [scoresOf('body', -0.2, -0.3)]);
    expect(likeliest).toMatchObject({ type: 'marketing' });
  });

  it('believes a subject more than a footer', () => {
    const [likeliest] = inferTypes([], [scoresOf('subject', 0.5, -0.5), scoresOf('footer', -0.5, 0.5)]);
    expect(likeliest).toMatchObject({ type: 'consent' });
  });
});
