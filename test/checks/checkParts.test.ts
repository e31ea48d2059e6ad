import { describe, expect, it } from 'vitest';
import { checkParts } from '../../src/checks/checkParts.js';
import { readMail } from '../../src/reading/readMail.js';
import type { PartsRule } from '../../src/rulebook/Rule.js';
import { mailOf } from '../reading/mailOf.js';
import { rulebook } from '../rulebook.js';
import { mailOfParts } from '../rules/mailOfParts.js';

const rule: PartsRule = {
  id: 'parts',
  check: 'parts',
  severity: 'warning',
  terms: [{ term: 'objection-right', standIns: [] }],
  days: true,
  leastShare: 0.3,
  labels: { 'objection-right': { en: 'may object' } },
  description: { en: 'What it is about.' },
  messages: Object.fromEntries(
    ['day-in-text', 'day-in-html', 'term-in-text', 'term-in-html'].map((name) => [
      name,
      { en: `${name} {date}{term}` },
    ]),
  ),
  advice: { en: 'Do better.' },
  suggestions: { en: [{ text: 'Better.' }] },
  references: ['ucpd-6'],
  page: {},
};

const intro = 'The market has roses, beans and tall sunflowers again.';

interface Checked {
  readonly text: string;
  readonly html: string;
  readonly sendDate?: string;
  readonly days?: boolean;
}

function check({ text, html, sendDate, days = true }: Checked) {
  const source = mailOfParts(`=== text\n${intro} ${text}\n=== html\n<p>${intro}</p>\n<p>${html}</p>`);
  const inherited = { language: 'en', ...(sendDate === undefined ? {} : { sendDate }) };
  const mail = mailOf(source, 'eml', inherited);
  const findings = checkParts({ ...rule, days }, { reading: readMail(mail, rulebook), rulebook, footer: undefined });
  return findings.map(({ message, range }) => [message, source.slice(range.start, range.end)]);
}

describe('checkParts', () => {
  it('reports the day that only one part names, at its words', () => {
    expect(check({ text: 'It is on 12 April.', html: 'It is on 13 April.' })).toEqual([
      ['day-in-text 12 April', '12 April'],
      ['day-in-html 13 April', '13 April'],
    ]);
  });

  it('reports a day once, however often a part names it', () => {
    const text = 'It is on 12 April. Come on 12 April.';
    expect(check({ text, html: 'It is in spring.' })).toHaveLength(1);
  });

  it('reports a right that only one part grants', () => {
    const right = 'You can object in writing.';
    expect(check({ text: right, html: 'See you there.' })).toEqual([['term-in-text may object', right]]);
    expect(check({ text: 'See you there.', html: right })).toEqual([['term-in-html may object', right]]);
  });

  it.each([
    ['the same day written otherwise', 'It is on 12 April.', 'It is on April 12, 2027.'],
    ['the day without its month', 'It is on 12 April.', 'It is on the 12th.'],
    ['the same right in other words', 'You can object in writing.', 'You have the right to object; write to us.'],
    [
      'a day in the footer',
      'See you.',
      'See you.</p><p><a href="https://a.example/out">Unsubscribe</a></p><p>As of 12 April',
    ],
  ])('is quiet about %s', (_, text, html) => {
    expect(check({ text, html })).toEqual([]);
  });

  it('takes a weekday for the day it falls on, and for any day where the day of sending is unknown', () => {
    const parts = { text: 'It is on Monday.', html: 'It is on 12 April.' };
    expect(check(parts)).toEqual([]);
    expect(check({ ...parts, sendDate: '2027-04-08' })).toEqual([]);
    expect(check({ ...parts, sendDate: '2027-03-01' })).toEqual([['day-in-html 12 April', '12 April']]);
  });

  it('leaves days alone where the rule says so', () => {
    expect(check({ text: 'It is on 12 April.', html: 'It is on 13 April.', days: false })).toEqual([]);
  });
});
