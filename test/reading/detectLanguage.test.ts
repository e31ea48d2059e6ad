import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { trainLanguageModel } from '../../scripts/trainLanguageModel.js';
import { detectLanguage } from '../../src/reading/detectLanguage.js';
import { readLanguageModel } from '../../src/reading/readLanguageModel.js';

const json = readFileSync('rules/models/language.json', 'utf8');
const model = readLanguageModel(json);
const others = z.array(z.string()).parse(parse(readFileSync('test/reading/other-languages.yml', 'utf8')));

describe('detectLanguage', () => {
  it.each([
    ['Abmelden', 'de'],
    ['Jetzt bestätigen', 'de'],
    ['Wir schließen Ihr Konto am Freitag', 'de'],
    ['BITTE LESEN SIE DIESE MITTEILUNG', 'de'],
    ['Haben Sie schon unsere Newsletter-App im Store geladen?', 'de'],
    ['Shop now', 'en'],
    ['Your parcel is on its way', 'en'],
    ['WE ARE CLOSING YOUR ACCOUNT', 'en'],
    ['Meet the team from Munich and Vienna at our stand', 'en'],
  ])('tells the language of %s', (text, language) => {
    expect(detectLanguage(text, model).language).toBe(language);
  });

  it('is surer of more text', () => {
    const short = detectLanguage('Your order', model).confidence;
    expect(detectLanguage('Your order is on its way and will be with you tomorrow', model).confidence).toBeGreaterThan(
      short,
    );
  });

  it('recognises nothing in most texts of other languages', () => {
    const recognised = others.filter((text) => detectLanguage(text, model).language !== 'und');
    expect(recognised.length).toBeLessThanOrEqual(4);
  });

  it.each(['', '   ', '123 456', '🎉 %'])('recognises nothing in "%s"', (text) => {
    expect(detectLanguage(text, model)).toEqual({ language: 'und', confidence: 0 });
  });

  it('gives a confidence between 0 and 1 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { confidence } = detectLanguage(text, model);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('rules/models/language.json', () => {
  it('is small enough to load in the time of a keystroke', () => {
    expect(json.length).toBeLessThanOrEqual(10_240);
  });

  it('has a weight for every letter group', () => {
    expect(model.weights.map((row) => row.length)).toEqual([model.groups.length, model.groups.length]);
  });

  it('is refused when it is damaged', () => {
    expect(() => readLanguageModel('{"languages":["en"]}')).toThrow();
  });
});

describe('trainLanguageModel', () => {
  const texts = [
    { language: 'aa', text: 'la la lalala lala la lalala la la lala '.repeat(10) },
    { language: 'bb', text: 'mi mimi mi mi mimimi mi mimi mimi mi mi '.repeat(10) },
    { language: 'und', text: 'zot zot zotzot zot zotzotzot zot zot zotzot zot '.repeat(10) },
  ];

  it('learns any number of languages, and the same each time', () => {
    const trained = trainLanguageModel(texts, ['aa', 'bb', 'und'], 40, 0.7);
    expect(trainLanguageModel(texts, ['aa', 'bb', 'und'], 40, 0.7)).toEqual(trained);
    const learnt = readLanguageModel(JSON.stringify(trained));
    expect(['la lala', 'mi mimi', 'zot zot'].map((text) => detectLanguage(text, learnt).language)).toEqual([
      'aa',
      'bb',
      'und',
    ]);
  });
});
