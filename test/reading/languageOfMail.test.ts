import { describe, expect, it } from 'vitest';
import type { MailFormat } from '../../src/mail/Mail.js';
import { languageOfMail } from '../../src/reading/languageOfMail.js';
import { rulebook } from '../rulebook.js';
import { mailOf } from './mailOf.js';

function languagesOf(source: string, format: MailFormat = 'markdown') {
  const mail = mailOf(source, format);
  const { language, languageOf } = languageOfMail(mail, rulebook);
  return { language, blocks: mail.children.map(languageOf) };
}

const german = 'Sie können Ihre Einwilligung jederzeit widerrufen, und dann schreiben wir Ihnen nicht mehr.';
const english = 'You can withdraw your consent at any time, and then we will simply stop writing to you.';
const french = 'Les nouvelles conditions entrent en vigueur le premier juin pour tous nos clients et partenaires.';

describe('languageOfMail', () => {
  it('finds the language out where none is declared', () => {
    expect(languagesOf(german)).toEqual({ language: 'de', blocks: ['de'] });
    expect(languagesOf(english)).toEqual({ language: 'en', blocks: ['en'] });
    expect(languagesOf(french)).toEqual({ language: undefined, blocks: [undefined] });
  });

  it('believes what a mail declares, whatever the variant', () => {
    expect(languagesOf('---\nlanguage: de-AT\n---\nHallo Welt').language).toBe('de');
    expect(languagesOf('<html lang="de-CH"><body><p>OK</p></body></html>', 'html').language).toBe('de');
  });

  it('takes short texts to be in the language of the whole mail', () => {
    expect(languagesOf(`---\nsubject: Hallo Welt\n---\n${german}`).blocks).toEqual(['de', 'de']);
    expect(languagesOf(`---\nsubject: Hallo Welt\n---\n${english}`).blocks).toEqual(['en', 'en']);
    expect(languagesOf(`---\nsubject: Hi Anna\n---\n${french}\n\n${german}\n\nOK\n\n${german}`)).toEqual({
      language: 'de',
      blocks: ['de', undefined, 'de', 'de', 'de'],
    });
  });

  it('reads each longer block in its own language', () => {
    expect(languagesOf(`${german}\n\n${english}\n\n${german}`).blocks).toEqual(['de', 'en', 'de']);
  });

  it('goes by the language that is declared on a block', () => {
    const html = `<body><p>${german}</p><p lang="en">${german}</p><p lang="fr">OK</p></body>`;
    expect(languagesOf(html, 'html').blocks).toEqual(['de', 'en', undefined]);
  });

  it.each(['fr', 'constructor', '__proto__', 'tlh-x-whatever'])('knows no language named %s', (tag) => {
    expect(languagesOf(`---\nlanguage: ${tag}\n---\nOK`)).toEqual({ language: undefined, blocks: [undefined] });
  });
});
