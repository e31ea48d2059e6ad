import { describe, expect, it } from 'vitest';
import { lintText } from '../../src/linter/lintText.js';
import type { MailType } from '../../src/mail/Mail.js';
import { rulebook } from '../rulebook.js';

function rulesIn(text: string, type: MailType) {
  const options = { path: 'passage.txt', inherited: { types: [type] }, isPassage: true };
  return lintText(text, options, rulebook).report.findings.map(({ rule, severity }) => [rule, severity]);
}

describe('the examples that say what “coercive-deadline” means', () => {
  it.each([
    'If you do not agree by midnight, we will close your account.',
    'Die Frist läuft um 0 Uhr ab, bis dahin müssen Sie zustimmen.',
  ])('is an error: %s', (text) => {
    expect(rulesIn(text, 'consent')).toContainEqual(['coercive-deadline', 'error']);
  });

  it.each<readonly [string, MailType]>([
    ['The sale ends on Sunday.', 'marketing'],
    ['Die Umfrage läuft bis Freitag.', 'marketing'],
    ['This link expires in 30 minutes.', 'transactional'],
    ['If you do nothing, you simply stop receiving the newsletter.', 'consent'],
    ['You can object until 30 June; the old terms then stay in force.', 'terms-update'],
  ])('is none: %s', (text, type) => {
    expect(rulesIn(text, type)).toEqual([]);
  });

  it('leaves silence taken for a yes to the rule about it', () => {
    const text = 'If we hear nothing by 30 June, we take it as agreed.';
    expect(rulesIn(text, 'terms-update')).toEqual([['silent-consent', 'error']]);
  });
});

describe('the examples that say what “short-notice” means', () => {
  it.each<readonly [string, MailType]>([
    ['Please confirm within 24 hours.', 'consent'],
    ['Bitte stimmen Sie den neuen Bedingungen bis heute um 0 Uhr zu.', 'terms-update'],
  ])('is one: %s', (text, type) => {
    expect(rulesIn(text, type)).toContainEqual(['short-notice', 'error']);
  });

  it.each<readonly [string, MailType]>([
    ['Please confirm by Friday.', 'consent'],
    ['Bitte bestätigen Sie bis zum 3. Mai.', 'consent'],
    ['Our shop is open until ten tonight.', 'service'],
  ])('is none: %s', (text, type) => {
    expect(rulesIn(text, type)).toEqual([]);
  });
});
