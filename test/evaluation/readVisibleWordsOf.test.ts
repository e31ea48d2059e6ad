import { describe, expect, it } from 'vitest';
import { locateQuote } from '../../src/evaluation/locateQuote.js';
import { readVisibleWordsOf } from '../../src/evaluation/readVisibleWordsOf.js';

const mail = [
  'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= to you',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>For all=',
  ' of <b>y=C3=B6u</b></p>',
].join('\n');

function found(quote: string): readonly string[] {
  return locateQuote(readVisibleWordsOf(mail, 'eml'), quote).map(({ start, end }) => mail.slice(start, end));
}

describe('readVisibleWordsOf', () => {
  it('finds quotes in the decoded texts of a mail file, with their places in the file', () => {
    expect(found('Grüße to you')).toEqual(['Gr=C3=BC=C3=9Fe?= to you']);
    expect(found('all of yöu')).toEqual(['all=\n of <b>y=C3=B6u']);
    expect(found('quoted-printable')).toEqual([]);
  });

  it('reads other formats as they stand', () => {
    expect(locateQuote(readVisibleWordsOf('<p>a=C3</p>', 'html'), 'C3')).toHaveLength(1);
  });
});
