import { describe, expect, it } from 'vitest';
import { judge } from '../../src/checks/judge.js';
import type { MailType } from '../../src/mail/Mail.js';
import type { Rule } from '../../src/rulebook/Rule.js';
import { checkingOf, frameOf, requiredRule, rulebookOf, type Source, wordingRule } from './checkingOf.js';

const rules = rulebookOf(
  {
    limit: ['by <number>'],
    thanks: ['thanks'],
    'mail-type': { polarities: { marketing: ['sale'], service: ['outage'], consent: ['permission'] } },
  },
  { trust: { frames: [frameOf({ all: ['thanks'] })], links: [] } },
);

const threat = wordingRule([frameOf({ all: ['limit'] })]);
const missing = requiredRule({ says: 'trust' });

function severitiesOf(rule: Rule, source: Source) {
  return judge(checkingOf(source, rules), [rule]).map(({ severity }) => severity);
}

const types = (...declared: readonly MailType[]) => declared;

describe('judge', () => {
  it('gives findings in the order of the source', () => {
    const other = wordingRule([frameOf({ all: ['thanks', 'limit'] })], { id: 'other' });
    const text = 'Thanks by 3. By 4. By 5, thanks.';
    const found = judge(checkingOf({ text, types: types('consent') }, rules), [threat, other]);
    expect(found.map(({ rule, range }) => [rule, range.start, range.end])).toEqual([
      ['other', 0, 11],
      ['threat', 7, 11],
      ['threat', 13, 17],
      ['threat', 19, 23],
      ['other', 19, 31],
    ]);
  });

  it('applies a rule only to its types of mail', () => {
    const rule = { ...missing, mails: types('consent', 'marketing') };
    expect(severitiesOf(rule, { text: 'Hi.', types: types('consent') })).toEqual(['error']);
    expect(severitiesOf(rule, { text: 'Hi.', types: types('service', 'consent') })).toEqual(['error']);
    expect(severitiesOf(rule, { text: 'Hi.', types: types('service') })).toEqual([]);
  });

  it('asks for some confidence in an inferred type, and never makes it an error', () => {
    const rule = { ...missing, mails: types('marketing') };
    const subject = '---\nsubject: Sale\n---\n';
    expect(severitiesOf(rule, { text: 'Hello.' })).toEqual([]);
    expect(severitiesOf(rule, { text: 'Hello there, an outage and a sale and your permission.' })).toEqual([]);
    expect(severitiesOf(rule, { text: `${subject}Hello. A sale.` })).toEqual(['warning']);
    expect(severitiesOf(rule, { text: '---\nsubject: Outage\n---\nAn outage. One sale.' })).toEqual([]);
  });

  it('lets a wording speak for itself until the type is plainly another', () => {
    const rule = { ...threat, mails: types('marketing') };
    expect(severitiesOf(rule, { text: 'By 3.' })).toEqual(['warning']);
    expect(severitiesOf(rule, { text: 'Your permission by 3.' })).toEqual(['warning']);
    expect(severitiesOf(rule, { text: '---\nsubject: Outage\n---\n# Outage\n\nAn outage by 3.' })).toEqual([]);
    expect(severitiesOf(rule, { text: 'By 3.', types: types('consent') })).toEqual([]);
  });

  it('asks of an inferred type that it be the main matter, where a rule says so', () => {
    const rule = { ...missing, mails: types('marketing'), mainMatterOnly: true };
    const aside = `---\nsubject: Sale\n---\n${'One more thing. '.repeat(20)}`;
    expect(severitiesOf({ ...rule, mainMatterOnly: false }, { text: aside })).toEqual(['warning']);
    expect(severitiesOf(rule, { text: aside })).toEqual([]);
    expect(severitiesOf(rule, { text: aside, types: types('marketing') })).toEqual(['error']);
    expect(severitiesOf(rule, { text: '---\nsubject: Sale\n---\n# Sale\n\nA sale.' })).toEqual(['warning']);
  });

  it('lowers errors of rules for all mails until the type is plain', () => {
    expect(severitiesOf(threat, { text: 'By 3.' })).toEqual(['warning']);
    expect(severitiesOf(threat, { text: '---\nsubject: Sale\n---\n# Sale\n\nA sale by 3.' })).toEqual(['error']);
    expect(severitiesOf(threat, { text: 'By 3.', types: types('marketing') })).toEqual(['error']);
  });

  it('warns at most about words in mails that may have to tell of a duty', () => {
    expect(severitiesOf(threat, { text: 'By 3.', types: types('service') })).toEqual(['warning']);
    expect(severitiesOf(threat, { text: 'By 3.', types: types('transactional', 'service') })).toEqual(['warning']);
    expect(severitiesOf(threat, { text: 'By 3.', types: types('service', 'consent') })).toEqual(['error']);
    expect(severitiesOf(threat, { text: '---\nsubject: Outage\n---\n# Outage\n\nAn outage by 3.' })).toEqual([
      'warning',
    ]);
    expect(severitiesOf(missing, { text: 'By 3.', types: types('service') })).toEqual(['error']);
  });

  it('never makes a finding worse', () => {
    const mild = wordingRule([frameOf({ all: ['limit'], severity: 'info' })]);
    expect(severitiesOf(mild, { text: 'By 3.' })).toEqual(['info']);
    expect(severitiesOf({ ...threat, severity: 'warning' }, { text: 'By 3.', types: types('consent') })).toEqual([
      'warning',
    ]);
  });

  it('reports a passage that stands there twice once for each rule', () => {
    const other = wordingRule([frameOf({ all: ['limit'] })], { id: 'other' });
    const text = '{% if a %}\n\nDear, by 3.\n\n{% else %}\n\nYou, by 3.\n\n{% endif %}\n\nBy 4.';
    const found = judge(checkingOf({ text, types: types('consent') }, rules), [threat, other]);
    expect(found.map((finding) => [finding.rule, finding.text])).toEqual([
      ['threat', 'by 3'],
      ['other', 'by 3'],
      ['threat', 'By 4'],
      ['other', 'By 4'],
    ]);
  });
});
