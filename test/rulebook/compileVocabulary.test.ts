import { describe, expect, it } from 'vitest';
import { compileVocabulary, VocabularyError } from '../../src/rulebook/compileVocabulary.js';
import { definitionsOf, onlyItself, signalsIn, type TinyVocabulary, tinyLanguage } from '../reading/tinyLanguage.js';

function compile(vocabulary: TinyVocabulary) {
  return compileVocabulary(definitionsOf(vocabulary), onlyItself);
}

function errorOf(vocabulary: TinyVocabulary): VocabularyError | undefined {
  try {
    compile(vocabulary);
  } catch (error) {
    if (error instanceof VocabularyError) return error;
    throw error;
  }
  return undefined;
}

import { lookUp } from '../../src/rulebook/WordTable.js';

describe('compileVocabulary', () => {
  it('runs a signal after all that it is built on', () => {
    const { completeAfter, automata } = compile({
      third: ['{second} x', '{first}'],
      second: ['{first} y'],
      first: ['z'],
    });
    expect(completeAfter).toEqual({ first: 0, second: 1, third: 2 });
    expect(automata).toHaveLength(3);
  });

  it('gives a signal that refers to itself a second round, and waits for it', () => {
    const { completeAfter } = compile({ date: ['a', '{date} and {date}'], limit: ['by {date}'] });
    expect(completeAfter).toEqual({ date: 1, limit: 2 });
  });

  it('does not depend on the order of files', () => {
    const text = 'by a and a';
    const one: TinyVocabulary = { limit: ['by {date}'], date: ['a', '{date} and {date}'] };
    const other: TinyVocabulary = { date: ['a', '{date} and {date}'], limit: ['by {date}'] };
    expect([...signalsIn(text, tinyLanguage(one))].sort()).toEqual([...signalsIn(text, tinyLanguage(other))].sort());
  });

  it('joins files of the same signal', () => {
    const definitions = [...definitionsOf({ a: ['x'] }), ...definitionsOf({ a: ['y'] })];
    const { outcomes } = compileVocabulary(definitions, onlyItself);
    expect(outcomes).toEqual([
      { signal: 'a', isExclusion: false },
      { signal: 'a', isExclusion: false },
    ]);
  });

  it('notes polarities and exceptions', () => {
    expect(compile({ a: { polarities: { good: ['x'] }, unless: ['y'] } }).outcomes).toEqual([
      { signal: 'a', polarity: 'good', isExclusion: false },
      { signal: 'a', isExclusion: true },
    ]);
  });

  it('can be written to a file and read again', () => {
    const vocabulary = compile({ a: ['x …2 [y]', '"q" <number>'], b: ['{a} *end'] });
    expect(JSON.parse(JSON.stringify(vocabulary))).toEqual(vocabulary);
  });

  it('gives all forms of a word its key', () => {
    const asked: string[] = [];
    const { forms, keys } = compileVocabulary(definitionsOf({ a: ['gehen', 'gehen weg'] }), (lemma) => {
      asked.push(lemma);
      return { forms: lemma === 'gehen' ? [lemma, 'Geht', 'geht'] : [lemma], separable: [] };
    });
    const key = keys.indexOf('@gehen');
    expect(lookUp(forms, 'geht')).toEqual([String(key)]);
    expect(lookUp(forms, 'gehen')).toEqual([String(key)]);
    expect([...new Set(asked)]).toEqual(['gehen', 'weg']);
  });

  it('uses the stem where a language has stems', () => {
    const { keys, forms } = compileVocabulary(definitionsOf({ a: ['going'] }), () => ({
      stem: 'go',
      forms: [],
      separable: [],
    }));
    expect([keys, forms]).toEqual([['~go'], '']);
  });

  it('says in which file and pattern a mistake is', () => {
    const error = errorOf({ a: ['x', 'y (z'] });
    expect(error).toMatchObject({ path: 'a.yml', pattern: 'y (z' });
    expect(error?.message).toBe('a.yml: “y (z”: Expected “)” (character 5)');
  });

  it('knows when a signal does not exist', () => {
    expect(errorOf({ a: ['{b} x'] })?.message).toBe('a.yml: “{b}”: There is no signal named “b”');
  });

  it('says which signals refer to each other in a circle', () => {
    expect(errorOf({ a: ['{b}'], b: ['[x] {c}'], c: ['(y|{a})'] })?.message).toBe(
      'a.yml: Signals refer to each other: a → b → c → a',
    );
  });

  it('finds circles through exceptions too', () => {
    expect(errorOf({ a: { words: ['x'], unless: ['{b}'] }, b: ['{a}'] })?.message).toContain('a → b → a');
  });
});
