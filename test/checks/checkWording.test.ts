import { describe, expect, it } from 'vitest';
import { checkWording } from '../../src/checks/checkWording.js';
import { checkingOf, frameOf, rulebookOf, type Source, wordingRule } from './checkingOf.js';

const rules = rulebookOf({ limit: ['by <number>'], threat: ['close'] });
const frames = [
  frameOf({ all: ['limit', 'threat'] }),
  frameOf({ id: 'wide', all: ['limit', 'threat'], sentences: 2, severity: 'info' }),
];
const labels = { limit: { en: 'the limit', de: 'die Frist' } };
const rule = wordingRule(frames, { labels });

function findingsIn(source: Source) {
  return checkWording(rule, checkingOf(source, rules));
}

describe('checkWording', () => {
  it('reports from the first to the last word that counts', () => {
    const text = 'Hello. So, by 3 at least, we **close** it.';
    const [finding, ...more] = findingsIn({ text });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'threat',
      severity: 'error',
      text: 'by 3 at least, we close',
      message: '“by 3” threatens.',
      advice: 'Do better.',
      suggestions: ['Better.'],
      references: ['gdpr-7-4'],
    });
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe('by 3 at least, we **close');
  });

  it('shows the places that have a label', () => {
    const text = 'By 3 we close it.';
    expect(findingsIn({ text })[0]?.related).toEqual([
      { label: 'the limit', text: 'By 3', range: { start: 0, end: 4 } },
    ]);
  });

  it('shows a place once, though a frame asks for it twice', () => {
    const twice = wordingRule([frameOf({ all: ['limit', 'threat', 'threat'] })], {
      labels: { threat: { en: 'the threat' } },
    });
    const [finding] = checkWording(twice, checkingOf({ text: 'By 3 we close it.' }, rules));
    expect(finding?.related.map(({ text }) => text)).toEqual(['close']);
  });

  it('takes the severity of the frame', () => {
    expect(findingsIn({ text: 'Agree by 3. We close it.' }).map(({ severity }) => severity)).toEqual(['info']);
  });

  it('stays in one block when the words stand in two', () => {
    const [finding] = findingsIn({ text: 'Agree by 3.\n\nWe close it.' });
    expect(finding).toMatchObject({ text: 'close', related: [{ text: 'by 3' }] });
  });

  it('does not read what nobody sees', () => {
    const text = '<p>Hello there.</p><div style="display:none">By 3 we close it.</div>';
    expect(findingsIn({ text, format: 'html' })).toEqual([]);
  });

  it('reports each place', () => {
    expect(findingsIn({ text: 'By 3 we close. By 4 we close.' }).map(({ text }) => text)).toEqual([
      'By 3 we close',
      'By 4 we close',
    ]);
  });
});
