import { describe, expect, it } from 'vitest';
import { TokenKeys } from '../../src/reading/TokenKeys.js';
import { tokenize } from '../../src/reading/tokenize.js';
import type { LemmaForms } from '../../src/rulebook/LemmaForms.js';
import { rulebook } from '../rulebook.js';
import { onlyItself, signalsIn, tinyLanguage } from './tinyLanguage.js';

function germanForms(lemma: string): LemmaForms {
  return lemma === 'abschalten'
    ? { forms: ['abschalten', 'abgeschaltet'], separable: [['schalten', 'ab']] }
    : onlyItself(lemma);
}

const parting = tinyLanguage({ off: ['abschalten'] }, germanForms, ['und', 'wenn', 'außer']);

describe('TokenKeys', () => {
  it.each([
    'Wir schalten Ihr Konto ab.',
    'Wir schalten ab',
    'Wir schalten Ihr Konto ab, wenn Sie schweigen.',
    'Wir schalten (wie angekündigt) ab!',
    'Wir schalten ab und gehen.',
    'Wir schalten ab wenn Sie schweigen.',
    'WIR SCHALTEN AB AUSSER IHNEN.',
    'Wir schalten das Konto, das Sie haben, ab – für immer.',
  ])('joins verb and particle at the end of a clause: %s', (text) => {
    expect(signalsIn(text, parting)).toHaveLength(1);
  });

  it.each([
    'Wir schalten ab dem 1. Mai um.',
    'Wir schalten es ab Mai frei.',
    'Ab heute schalten wir um.',
    'Wir schalten um.',
    `Wir schalten ${'sehr '.repeat(30)}ab.`,
  ])('leaves a preposition alone: %s', (text) => {
    expect(signalsIn(text, parting)).toEqual([]);
  });

  it('knows the forms that stay in one piece', () => {
    expect(signalsIn('Es wird abgeschaltet, ehe Sie es abschalten.', parting)).toEqual([
      'off “abgeschaltet”',
      'off “abschalten”',
    ]);
  });

  it('holds for German as the vocabulary has it', () => {
    const german = rulebook.languages.de;
    if (!german) throw new Error('No German');
    const keysOf = (text: string): readonly string[] => {
      const tokens = tokenize(text, 0, text.length, [], german.tokens);
      const keys = new TokenKeys(german.vocabulary, undefined, german.afterParticle ?? []).ofSentence(tokens);
      return keys.flat().map((key) => german.vocabulary.keys[key] ?? '');
    };
    expect(keysOf('Wir schalten ab dem 1. Mai um.')).not.toContain('@abschalten');
    expect(keysOf('Wir schalten Ihr Konto am 1. Mai ab.')).toContain('@abschalten');
    expect(keysOf('Stimmen Sie zu oder gehen Sie.')).toContain('@zustimmen');
  });

  it('finds nothing in names that every object has', () => {
    const language = tinyLanguage({ any: ['constructor'], other: ['x'] });
    expect(signalsIn('constructor __proto__ toString valueOf hasOwnProperty', language)).toEqual(['any “constructor”']);
    const none = tinyLanguage({ other: ['x'] });
    expect(signalsIn('constructor __proto__ toString valueOf hasOwnProperty', none)).toEqual([]);
  });

  it('looks words up by ending, beginning, spelling and kind', () => {
    const language = tinyLanguage({ post: ['*post'], terms: ['term*'], exact: ['"AGB"'], limit: ['<number> days'] });
    expect(signalsIn('Werbepost post Postamt Terms midterms agb Agbs 30 days', language)).toEqual([
      'post “Werbepost”',
      'post “post”',
      'terms “Terms”',
      'exact “agb”',
      'limit “30 days”',
    ]);
  });

  it('marks the start and the end of a sentence, and questions', () => {
    const language = tinyLanguage({ first: ['<start> so'], last: ['so ["?"] <end>'], asked: ['so ["?"] <question>'] });
    expect(signalsIn('so it is so', language)).toEqual(['first “so”', 'last “so”']);
    expect(signalsIn('it is so?', language)).toEqual(['last “so?”', 'asked “so?”']);
    expect(signalsIn('is it so? it is', language)).toEqual([]);
  });
});
