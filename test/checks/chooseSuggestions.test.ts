import { describe, expect, it } from 'vitest';
import { chooseSuggestions } from '../../src/checks/chooseSuggestions.js';
import { type SuggestionContext, unknownSuggestionContext } from '../../src/checks/SuggestionContext.js';

function contextOf(more: Partial<SuggestionContext> = {}): SuggestionContext {
  return { ...unknownSuggestionContext, ...more };
}

const plain = [{ text: 'One.' }, { text: 'Two.' }, { text: 'Three.' }, { text: 'Four.' }];

describe('chooseSuggestions', () => {
  it('takes the first three where nothing is known', () => {
    expect(chooseSuggestions(plain, contextOf())).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('puts first what was written for more of what the passage holds', () => {
    const suggestions = [
      ...plain,
      { text: 'Mail.', when: { mails: ['consent' as const] } },
      { text: 'Account.', when: { signals: ['matter:account'] } },
      { text: 'Points.', when: { signals: ['matter:points'] } },
    ];
    const context = contextOf({ signals: new Set(['matter', 'matter:account']), types: ['consent'] });
    expect(chooseSuggestions(suggestions, context)).toEqual(['Account.', 'Mail.', 'One.']);
  });

  it('leaves out what was written for other mails', () => {
    const suggestions = [{ text: 'Shop.', when: { mails: ['marketing' as const] } }, { text: 'Any.' }];
    expect(chooseSuggestions(suggestions, contextOf({ types: ['consent'] }))).toEqual(['Any.']);
  });

  it('speaks to readers as the mail does, and formally where it does not show', () => {
    const suggestions = [
      { text: 'Du.', when: { address: 'familiar' as const } },
      { text: 'Sie.', when: { address: 'formal' as const } },
    ];
    expect(chooseSuggestions(suggestions, contextOf({ address: 'familiar' }))).toEqual(['Du.']);
    expect(chooseSuggestions(suggestions, contextOf({ address: 'formal' }))).toEqual(['Sie.']);
    expect(chooseSuggestions(suggestions, contextOf())).toEqual(['Sie.']);
  });

  it('fills in the passage’s own words, with a small initial, and prefers what it could fill', () => {
    const suggestions = [{ text: 'Soon.' }, { text: 'Tell us {answer-day}.' }];
    const words = new Map([['answer-day', 'By 1 June']]);
    expect(chooseSuggestions(suggestions, contextOf({ words }))).toEqual(['Tell us by 1 June.', 'Soon.']);
  });

  it('leaves out what it has no words for, or none that fit into a sentence', () => {
    const suggestions = [{ text: 'Tell us {answer-day}.' }];
    expect(chooseSuggestions(suggestions, contextOf())).toEqual([]);
    for (const bad of ['by\n1 June', `by ${'x'.repeat(50)}`]) {
      expect(chooseSuggestions(suggestions, contextOf({ words: new Map([['answer-day', bad]]) }))).toEqual([]);
    }
  });

  it('never fills in what the passage’s words look like a slot for', () => {
    const words = new Map([
      ['a', '{b} $&'],
      ['b', 'woe'],
    ]);
    expect(chooseSuggestions([{ text: 'See {a}.' }], contextOf({ words }))).toEqual(['See {b} $&.']);
  });

  it('says nothing twice', () => {
    expect(chooseSuggestions([{ text: 'One.' }, { text: 'One.' }], contextOf())).toEqual(['One.']);
  });
});
