import { describe, expect, it } from 'vitest';
import { findConditions } from '../../src/checks/markedConditions.js';
import type { MailFormat } from '../../src/mail/Mail.js';
import { parseForTest } from '../formats/parseForTest.js';

function conditionsIn(text: string, format: MailFormat = 'markdown') {
  return findConditions(parseForTest(text, format), ['*', '†']).map(({ place, claims, wordsBetween }) => [
    place.block.text.value.slice(place.start, place.end),
    claims.map(({ block, start, end }) => block.text.value.slice(start, end)),
    wordsBetween,
  ]);
}

describe('findConditions', () => {
  it.each([
    ['Half price\\*\n\nRoses are red.\n\n\\* Only today', [['* Only today', ['Half price*'], 3]]],
    ['Free† tea\n\n†Only today', [['†Only today', ['Free†'], 1]]],
    ['Free\\* tea, cheap\\* cake\n\n\\* Only today', [['* Only today', ['Free*', 'Free* tea, cheap*'], 0]]],
    ['Free\\*. Tea\\\n\\* Only today', [['* Only today', ['Free*'], 2]]],
  ])('finds claims and what they lead to: %j', (text, expected) => {
    expect(conditionsIn(text)).toEqual(expected);
  });

  it.each([
    'Free tea\n\n\\* Only today',
    'Free\\* tea\n\nOnly today',
    '\\* Only today\n\nFree\\* tea',
    'Kund\\*innen\n\n\\* Only today',
    'Free† tea\n\n\\* Only today',
    '* one\n* two',
  ])('finds none in %j', (text) => {
    expect(conditionsIn(text)).toEqual([]);
  });

  it('takes a pair of signs for emphasis', () => {
    expect(conditionsIn('It is *so* good.\n\n*today* only', 'text')).toEqual([]);
  });

  it('knows signs that are raised', () => {
    expect(conditionsIn('<p>Free<sup>*</sup></p><p>* Only today</p>', 'html')).toEqual([
      ['* Only today', ['Free*'], 0],
    ]);
  });
});
