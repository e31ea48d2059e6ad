import { describe, expect, it } from 'vitest';
import type { MailFormat } from '../../src/mail/Mail.js';
import { readMail } from '../../src/reading/readMail.js';
import { rulebook } from '../rulebook.js';
import { mailOf } from './mailOf.js';
import { tinyLanguage } from './tinyLanguage.js';

const english = tinyLanguage({
  threat: ['close …2 account'],
  'mail-type': { polarities: { marketing: ['sale'], consent: ['agree'] } },
  'link-role': { polarities: { unsubscribe: ['unsubscribe'] } },
});

function read(source: string, format: MailFormat = 'markdown') {
  return readMail(mailOf(source, format), { ...rulebook, languages: { en: english } });
}

const body = 'We will close your account very soon, because you did not agree with us.';

describe('readMail', () => {
  it('brings language, sentences, links and types together', () => {
    const reading = read(`---\nsubject: Sale\n---\n${body}\n\n[Unsubscribe](https://a.example)`);
    expect(reading.language).toBe('en');
    expect(reading.sentences.map(({ part }) => part)).toEqual(['subject', 'opening', 'footer']);
    expect(reading.sentences[1]?.signals.map(({ name }) => name)).toContain('threat');
    expect(reading.links.map(({ roles }) => roles)).toEqual([['unsubscribe']]);
    expect(reading.types.map(({ type }) => type)).toEqual(['marketing', 'consent']);
    expect(reading.typesAreDeclared).toBe(false);
  });

  it('believes the types that a mail declares', () => {
    const reading = read(`---\ntype: [terms-update, consent]\n---\n${body}`);
    expect(reading.types).toEqual([
      { type: 'terms-update', confidence: 1 },
      { type: 'consent', confidence: 1 },
    ]);
    expect(reading.typesAreDeclared).toBe(true);
  });

  it('has nothing to say of a mail in another language, and of an empty one', () => {
    const german = read('Sie können Ihre Einwilligung jederzeit widerrufen, dann schreiben wir Ihnen nicht mehr.');
    expect(german).toMatchObject({ language: undefined, sentences: [], types: [] });
    expect(read('')).toMatchObject({ language: undefined, sentences: [], links: [], types: [] });
  });

  it.each<MailFormat>(['mjml', 'html', 'markdown', 'text', 'eml'])('reads %s', (format) => {
    const sources = {
      mjml: `<mjml><mj-body><mj-section><mj-column><mj-text>${body}</mj-text></mj-column></mj-section></mj-body></mjml>`,
      html: `<p>${body}</p>`,
      markdown: body,
      text: body,
      eml: `Subject: News\r\n\r\n${body}`,
    };
    expect(read(sources[format], format).sentences.flatMap(({ signals }) => signals)[0]?.name).toBe('threat');
  });
});
