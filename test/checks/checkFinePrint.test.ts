import { describe, expect, it } from 'vitest';
import { checkFinePrint } from '../../src/checks/checkFinePrint.js';
import type { FinePrintRule } from '../../src/rulebook/Rule.js';
import { checkingOf, rulebookOf } from './checkingOf.js';

const rules = rulebookOf({ condition: ['only'] });
const rule: FinePrintRule = {
  id: 'fine-print',
  check: 'fine-print',
  severity: 'warning',
  marks: ['*'],
  conditions: ['condition'],
  claimShare: 0.6,
  bodyShare: 0.9,
  paleContrast: 3,
  farWords: 20,
  labels: { claim: { en: 'the claim' } },
  description: { en: 'What it is about.' },
  messages: Object.fromEntries(
    ['hidden', 'smaller', 'pale', 'far'].map((name) => [name, { en: `${name} {size} {claim} {contrast} {words}` }]),
  ),
  advice: { en: 'Do better.' },
  suggestions: { en: [{ text: 'Better.' }] },
  references: ['uwg-5'],
  page: {},
};

function messages(body: string): readonly string[] {
  const text = `<!doctype html><body>${body}</body>`;
  return checkFinePrint(rule, checkingOf({ text, format: 'html' }, rules)).map(({ message }) =>
    message.trim().replaceAll(/\s+/g, ' '),
  );
}

const claim = '<h1>Half price*</h1><p>Roses are red, violets are blue, tulips are both.</p>';

describe('checkFinePrint', () => {
  it.each([
    ['smaller 10 32', `${claim}<p style="font-size:10px">* Only today</p>`],
    ['pale 1.6', `${claim}<p style="color:#ccc">* Only today</p>`],
    ['hidden', `${claim}<p hidden>* Only today</p>`],
    ['far 29', `${claim}<p>${'word '.repeat(20)}</p><p>* Only today</p>`],
  ])('reports what is %s: %s', (message, body) => {
    expect(messages(body)).toEqual([message]);
  });

  it.each([
    ['a condition in the size of the text', `${claim}<p>* Only today</p>`],
    ['a note that is no condition', `${claim}<p style="font-size:10px">* Picture by Ada</p>`],
    ['a condition that belongs to nothing', '<p>Roses</p><p style="font-size:10px">* Only today</p>'],
    ['a condition of unknown size', `${claim}<p style="font-size:{{ size }}">* Only today</p>`],
    ['a claim as small as its condition', '<p>Half price*</p><p>Roses</p><p style="font-size:14px">* Only today</p>'],
  ])('says nothing of %s', (_what, body) => {
    expect(messages(body)).toEqual([]);
  });

  it('shows the claim and what makes the condition small', () => {
    const text = `<!doctype html><body>${claim}<p style="font-size:10px">* Only today</p></body>`;
    const [finding] = checkFinePrint(rule, checkingOf({ text, format: 'html' }, rules));
    expect(finding?.related.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      'Half price*',
      '<p style="font-size:10px">',
    ]);
  });
});
