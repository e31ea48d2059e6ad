import { describe, expect, it } from 'vitest';
import type { InheritedMetadata } from '../../src/formats/InheritedMetadata.js';
import { lintText } from '../../src/linter/lintText.js';
import type { MailFormat } from '../../src/mail/Mail.js';
import { rulebook } from '../rulebook.js';

const only = { ...rulebook, rules: rulebook.rules.filter(({ id }) => id === 'misleading-subject') };

function findingsIn(text: string, inherited: InheritedMetadata = {}, format: MailFormat = 'text') {
  const options = { path: 'mail', format, inherited: { types: ['marketing'] as const, language: 'en', ...inherited } };
  return lintText(text, options, only).report.findings;
}

describe('a mark of an answer', () => {
  const text = 'Subject: Re: our call\n\nOur new lamps have arrived.';

  it('is reported with the whole subject', () => {
    const [finding] = findingsIn(text);
    expect(finding?.severity).toBe('error');
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe('Re: our call');
  });

  it.each(['service', 'transactional'] as const)('is let pass in a mail of type %s', (type) => {
    expect(findingsIn(text, { types: [type] })).toEqual([]);
  });

  it('is let pass in front of a placeholder', () => {
    expect(findingsIn('Subject: Re: {{ subject }}\n\nThank you.')).toEqual([]);
  });

  it.each(['In-Reply-To: <1@lamps.example>', 'References: <1@lamps.example>'])('is let pass with “%s”', (header) => {
    const mail = `Subject: Re: our call\r\n${header}\r\nX-Mail-Type: marketing\r\n\r\nOur new lamps have arrived.\r\n`;
    expect(findingsIn(mail, {}, 'eml')).toEqual([]);
    expect(findingsIn(mail.replace(`${header}\r\n`, ''), {}, 'eml')).toHaveLength(1);
  });
});

describe('a gift in front of a change', () => {
  const text =
    'Subject: A little something for you\n\nOur terms change on 1 July: the notice period is now three months.';

  it('is reported with the change', () => {
    const [finding] = findingsIn(text, { types: ['terms-update'] });
    expect(finding?.related.map(({ text: related }) => related)).toEqual([
      'Our terms change on 1 July: the notice period is now three months.',
    ]);
  });

  it('is let pass where the subject names the change', () => {
    const told = text.replace('A little something', 'Our terms change, and a little something');
    expect(findingsIn(told, { types: ['terms-update'] })).toEqual([]);
  });

  it('is let pass in a mail that only sells', () => {
    const text = 'Subject: A gift for every guest\n\nOur prices fall on 1 July: now £12 instead of £15.';
    expect(findingsIn(text)).toEqual([]);
  });
});

describe('an end', () => {
  const subject = 'Subject: Ends tonight: 20% off all lamps';

  it('is held against the one that the body names', () => {
    const text = `${subject}\n\nThe sale runs until 21 June.`;
    const [finding] = findingsIn(text, { sendDate: '2026-06-08' });
    expect(finding?.message).toContain('13 days');
    expect(finding?.related.map(({ text: related }) => related)).toEqual(['sale runs until 21 June']);
    expect(findingsIn(text, { sendDate: '2026-06-21' })).toEqual([]);
  });

  it('says nothing about a date where nobody knows the day of sending', () => {
    expect(findingsIn(`${subject}\n\nThe sale runs until 21 June.`)).toEqual([]);
  });

  it('is contradicted by a longer time without a day of sending', () => {
    expect(findingsIn(`${subject}\n\nThe offer is open for another 14 days.`)).toHaveLength(1);
  });

  it('is contradicted by an extension', () => {
    const text = 'Subject: Last chance for our lamps\n\nWe have extended the sale until Sunday.';
    expect(findingsIn(text).map(({ related }) => related.map((place) => place.text))).toEqual([['extended the sale']]);
  });

  it('is not where the subject itself tells of the extension', () => {
    const text = 'Subject: Last chance: we have extended the sale\n\nWe have extended the sale until Sunday.';
    expect(findingsIn(text)).toEqual([]);
  });
});
