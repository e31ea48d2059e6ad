import { describe, expect, it } from 'vitest';
import { conveyedBy, sentencesThatConvey } from '../../src/checks/conveyed.js';
import { rulebook } from '../rulebook.js';
import { checkingOf, frameOf, rulebookOf } from './checkingOf.js';

const rules = rulebookOf(
  { trust: ['thanks'], 'opt-out': ['leave any time'], 'link-role': { polarities: { unsubscribe: ['unsubscribe'] } } },
  {
    trust: { frames: [frameOf({ all: ['trust'] })], links: [] },
    'opt-out': { frames: [frameOf({ all: ['opt-out'] })], links: ['unsubscribe'] },
  },
);

function said(text: string, format: 'markdown' | 'html' = 'markdown') {
  const { reading } = checkingOf({ text, format }, rules);
  return conveyedBy(reading, rules);
}

describe('conveyedBy', () => {
  it('hears words', () => {
    expect(said('Thanks. You may leave any time.')).toEqual(['trust', 'opt-out']);
    expect(said('Hello.')).toEqual([]);
  });

  it('counts links, but not dead ones', () => {
    expect(said('[Unsubscribe](https://a.example)')).toEqual(['opt-out']);
    expect(said('[Unsubscribe](#)')).toEqual([]);
  });

  it('hears no trust in hollow thanks, whatever the model says', () => {
    for (const text of ['Thank you for your understanding.', 'Thanks for agreeing to our newsletter.']) {
      const { reading } = checkingOf({ text }, rulebook);
      expect(conveyedBy(reading, rulebook), text).not.toContain('trust');
    }
    const { reading } = checkingOf({ text: 'Thank you for your trust.' }, rulebook);
    expect(conveyedBy(reading, rulebook)).toContain('trust');
  });

  it('does not count what nobody sees', () => {
    expect(said('<body><p>Hi.</p><div style="display:none">Thanks.</div></body>', 'html')).toEqual([]);
  });
});

describe('sentencesThatConvey', () => {
  it('gives them in order, from the parts that count', () => {
    const { reading } = checkingOf({ text: '---\nsubject: Thanks\n---\nThanks. Hello. Thanks you.' }, rules);
    const textsOf = (isCounted: (part: string) => boolean) =>
      sentencesThatConvey('trust', reading, rules, isCounted).map(({ block, start, end }) =>
        block.text.value.slice(start, end),
      );
    expect(textsOf(() => true)).toEqual(['Thanks', 'Thanks.', 'Thanks you.']);
    expect(textsOf((part) => part !== 'subject')).toEqual(['Thanks.', 'Thanks you.']);
  });

  it('knows nothing of what the rulebook does not define', () => {
    const { reading } = checkingOf({ text: 'Thanks.' }, rules);
    expect(sentencesThatConvey('purpose', reading, rules, () => true)).toEqual([]);
  });
});
