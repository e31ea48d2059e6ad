import { describe, expect, it } from 'vitest';
import { lintText } from '../../src/linter/lintText.js';
import type { MailType } from '../../src/mail/Mail.js';
import { UnknownProfileError } from '../../src/rulebook/profileNamed.js';
import { rulebook } from '../rulebook.js';

const ruleId = 'short-notice';
const only = { ...rulebook, rules: rulebook.rules.filter(({ id }) => id === ruleId) };

interface Sending {
  readonly sendDate?: string;
  readonly profile?: string;
  readonly type?: MailType;
  readonly language?: string;
}

function findingsIn(text: string, { sendDate, profile, type = 'terms-update', language = 'en' }: Sending = {}) {
  const inherited = { types: [type], language, ...(sendDate === undefined ? {} : { sendDate }) };
  const options = { path: 'mail.md', inherited, ...(profile === undefined ? {} : { profile }) };
  return lintText(text, options, only).report.findings;
}

describe('a limit with a date', () => {
  const text = 'Please agree to the new terms by Friday, 27 November.';

  it('says nothing without a day of sending', () => {
    expect(findingsIn(text)).toEqual([]);
  });

  it.each([
    ['2026-11-24', '3 days'],
    ['2026-11-26', '1 day'],
    ['2026-11-27', '0 days'],
  ])('is short when the mail is sent on %s, which leaves %s', (sendDate, days) => {
    const [finding] = findingsIn(text, { sendDate });
    expect(finding?.message).toContain(days);
    expect(finding?.severity).toBe('error');
  });

  it.each(['2026-11-23', '2026-10-01', '2026-11-28'])('is not when it is sent on %s', (sendDate) => {
    expect(findingsIn(text, { sendDate })).toEqual([]);
  });

  it('counts over the end of February', () => {
    const limit = 'Bitte bestätigen Sie bis zum 1. März.';
    expect(findingsIn(limit, { sendDate: '2027-02-26', language: 'de', type: 'consent' })[0]?.message).toContain(
      '3 Tage',
    );
    expect(findingsIn(limit, { sendDate: '2028-02-26', language: 'de', type: 'consent' })).toEqual([]);
  });

  it('takes no offence at what is no date', () => {
    expect(findingsIn(text, { sendDate: 'soon' })).toEqual([]);
  });
});

describe('a limit that is short by its words', () => {
  it('counts by itself, and where the day of sending is known', () => {
    const text = 'Please agree to the new terms within 24 hours.';
    expect(findingsIn(text)).toHaveLength(1);
    expect(findingsIn(text, { sendDate: '2026-11-24' })).toHaveLength(1);
  });

  it('is a warning at most in a service mail', () => {
    const found = findingsIn('Please confirm your address within 24 hours.', { type: 'service' });
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('a change of which nothing is asked', () => {
  const text = 'The monthly fee rises to £15 from 1 December.';

  it('is measured by the day on which it applies', () => {
    expect(findingsIn(text, { sendDate: '2026-11-29' })).toHaveLength(1);
    expect(findingsIn(text, { sendDate: '2026-11-20' })).toEqual([]);
  });

  it('is not looked at in other mails', () => {
    expect(findingsIn(text, { sendDate: '2026-11-29', type: 'service' })).toEqual([]);
  });

  it('is not where something is asked for by a limit', () => {
    const both = `${text}\n\nPlease agree to it by 20 December.`;
    expect(findingsIn(both, { sendDate: '2026-11-29' })).toEqual([]);
  });
});

describe('a notice profile', () => {
  const text = 'The account fee rises to £15 from 1 February.';

  it('asks for its time, and the message says so', () => {
    const [finding] = findingsIn(text, { sendDate: '2026-12-02', profile: 'de-payment-services' });
    expect(finding?.message).toContain('61 days');
    expect(finding?.message).toContain('“Payment services in Germany” asks for 2 months.');
    expect(finding?.references[0]).toBe('bgb-675g');
  });

  it('is content with it to the day', () => {
    expect(findingsIn(text, { sendDate: '2026-12-01', profile: 'de-payment-services' })).toEqual([]);
    expect(findingsIn(text, { sendDate: '2027-01-17', profile: 'eu-platforms' })).toEqual([]);
    expect(findingsIn(text, { sendDate: '2027-01-18', profile: 'eu-platforms' })).toHaveLength(1);
  });

  it('speaks German', () => {
    const german = 'Die Kontogebühr steigt ab dem 1. Februar auf 15 Euro.';
    const [finding] = findingsIn(german, { sendDate: '2027-01-10', profile: 'de-telecom', language: 'de' });
    expect(finding?.message).toContain('22 Tage');
    expect(finding?.message).toContain('verlangt 1 Monat.');
  });

  it('is about announcements of changes only', () => {
    const asked = 'Please confirm your address by 20 December.';
    expect(findingsIn(asked, { sendDate: '2026-12-01', profile: 'de-payment-services', type: 'consent' })).toEqual([]);
  });

  it('needs a day of sending for a longer time', () => {
    const asked = 'Please agree to the new terms within 14 days.';
    expect(findingsIn(asked, { profile: 'de-payment-services' })).toEqual([]);
    expect(findingsIn(asked, { profile: 'de-payment-services', sendDate: '2026-12-01' })).toHaveLength(1);
  });

  it('must be one that there is', () => {
    expect(() => findingsIn(text, { profile: 'de-paiment' })).toThrow(UnknownProfileError);
    expect(() => findingsIn(text, { profile: 'toString' })).toThrow('de-payment-services');
  });
});

describe('subject and body with the same limit', () => {
  it('are one finding, in the body', () => {
    const text = '---\nsubject: Please agree by Friday\n---\nPlease agree to the new terms by Friday.';
    const found = findingsIn(text, { sendDate: '2026-11-24' });
    expect(found).toHaveLength(1);
    expect(found[0]?.range.start).toBeGreaterThan(text.indexOf('\n---\n'));
  });
});
