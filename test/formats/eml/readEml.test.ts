import { describe, expect, it } from 'vitest';
import type { Mail } from '../../../src/mail/Mail.js';
import { sourceRangeOf } from '../../../src/mail/MappedText.js';
import { outline, parseForTest } from '../parseForTest.js';
import { base64, multipart, quotedPrintable } from './mailSource.js';

function read(...lines: readonly string[]): Mail {
  return parseForTest(lines.join('\r\n'), 'eml');
}

/** What stands in the source behind a word of the mail. */
function cut(source: string, word: string): string {
  const mail = parseForTest(source, 'eml');
  const block = mail.children.find(({ text }) => text.value.includes(word));
  if (block === undefined) throw new RangeError(`"${word}" is not in ${outline(mail).join(', ')}`);
  const start = block.text.value.indexOf(word);
  const range = sourceRangeOf(block.text, start, start + word.length);
  return source.slice(range.start, range.end);
}

describe('mail files', () => {
  it('have their metadata in headers', () => {
    const mail = read(
      'From: =?utf-8?q?Caf=C3=A9?= <hello@cafe.example>',
      'Date: Mon, 11 Jan 2027 00:30:00 +0100',
      'X-Mail-Type: consent, terms-update',
      'Content-Language: de-CH, en',
      'List-Unsubscribe: <https://cafe.example/u>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'Subject: =?utf-8?q?Gr=C3=BC?=',
      ' =?utf-8?b?w59l?= {{ name }}',
      '',
      'Hello',
    );
    expect(mail.metadata).toMatchObject({
      subject: { value: 'Grüße {{ name }}' },
      from: { value: 'Café <hello@cafe.example>' },
      sendDate: { value: '2027-01-11' },
      language: { value: 'de-ch' },
      types: ['consent', 'terms-update'],
      listUnsubscribe: { value: '<https://cafe.example/u>', isOneClick: true },
    });
    expect(mail.children[0]?.placeholders).toMatchObject([{ name: 'name' }]);
    expect(mail.isPartial).toBe(false);
  });

  it('are read in both parts, which the blocks name', () => {
    const source = multipart(
      ['Subject: Hi'],
      [
        { type: 'text/plain; charset=utf-8', encoding: 'quoted-printable', body: quotedPrintable('Grüße an alle') },
        { type: 'text/html; charset=utf-8', encoding: 'base64', body: base64('<p>Grüße an alle</p>') },
      ],
    );
    expect(parseForTest(source, 'eml').children.map(({ part, text }) => [part, text.value])).toEqual([
      [undefined, 'Hi'],
      ['text', 'Grüße an alle'],
      ['html', 'Grüße an alle'],
    ]);
  });

  it('keep the conditionals of their parts apart', () => {
    const body = '{% if a %}<p>Yes</p>{% endif %}';
    const source = multipart(
      ['Subject: {% if b %}One{% else %}Two{% endif %}'],
      [
        { type: 'text/plain', body: '{% if a %}\r\nYes\r\n{% endif %}' },
        { type: 'text/html', body },
      ],
    );
    const mail = parseForTest(source, 'eml');
    expect(mail.branchGroups.map(({ conditions }) => conditions[0])).toEqual(['b', 'a', 'a']);
    expect(mail.branchGroups.map(({ range }) => source.slice(range.start, range.end))).toEqual([
      '{% if b %}',
      '{% if a %}',
      '{% if a %}',
    ]);
    expect(mail.children.slice(1).map(({ branches }) => branches)).toEqual([
      [{ group: 1, arm: 0 }],
      [{ group: 2, arm: 0 }],
    ]);
  });

  it('are searched for links, each with its place', () => {
    const html = '<p>You can <a href="https://a.example/u?x=1&amp;y=2">unsubscribe</a> here.</p>';
    const source = `Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(html)}`;
    const [link] = parseForTest(source, 'eml').children[0]?.links ?? [];
    expect(link?.href).toBe('https://a.example/u?x=1&y=2');
    const target = source.slice(link?.hrefRange.start, link?.hrefRange.end).replaceAll('=\r\n', '');
    expect(target).toBe('https://a.example/u?x=3D1&amp;y=3D2');
  });

  it('attach other mails and files, which are not read', () => {
    const mail = read(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      'Preamble',
      '--b',
      '',
      'Read',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: Other',
      'Content-Type: multipart/mixed; boundary=inner',
      '',
      '--inner',
      '',
      'Not read',
      '--b',
      'Content-Type: text/plain',
      'Content-Disposition: attachment; filename=a.txt',
      '',
      'Not read either',
      '--b--',
      'Epilogue',
    );
    expect(outline(mail)).toEqual(['paragraph: Read']);
  });

  it('may hold parts in parts', () => {
    const mail = read(
      'Content-Type: multipart/mixed; boundary="a b"',
      '',
      '--a b',
      'Content-Type: multipart/alternative;',
      ' boundary*0=in;',
      ' boundary*1=ner',
      '',
      '--inner',
      '',
      'First',
      '--inner--',
      '--a b',
      'Content-Type: text/html (a page); charset=utf-8',
      '',
      '<p>Second</p>',
    );
    expect(outline(mail)).toEqual(['paragraph: First', 'paragraph: Second']);
  });
});

describe('positions in mail files', () => {
  it('reach over soft line breaks, inside of a character too', () => {
    const source = 'Content-Transfer-Encoding: quoted-printable\r\n\r\nSch=C3=\r\n=B6ne Gr=\r\n=C3=BC=C3=9Fe';
    expect(cut(source, 'Schöne')).toBe('Sch=C3=\r\n=B6ne');
    expect(cut(source, 'ü')).toBe('=C3=BC');
    expect(cut(source, 'Grüße')).toBe('Gr=\r\n=C3=BC=C3=9Fe');
  });

  it('take the signs of base64 that hold a word', () => {
    const source = `Content-Transfer-Encoding: base64\r\n\r\n${base64('abcdefghi')}`;
    expect(cut(source, 'def')).toBe('ZGVm');
  });

  it('are those of the signs in encoded words', () => {
    const source = 'Subject: Re: =?utf-8?q?Gr=C3=BC?= =?utf-8?q?=C3=9Fe_an_alle?=\n\n';
    expect(cut(source, 'an')).toBe('an');
    expect(cut(source, 'üß')).toBe('=C3=BC?= =?utf-8?q?=C3=9F');
  });

  it('are those of characters where a file is UTF-8', () => {
    expect(cut('Content-Type: text/plain; charset=utf-8\n\nfür 😀 alle', '😀')).toBe('😀');
  });
});

describe('charsets of mail files', () => {
  it.each([
    ['iso-8859-1', 'Gr\xfc\xdfe', 'Grüße'],
    ['windows-1252', '\x84Hallo\x93', '„Hallo“'],
    ['utf-8', 'Gr\xc3\xbc\xc3\x9fe', 'Grüße'],
    ['', 'Gr\xc3\xbc\xc3\x9fe', 'Grüße'],
    ['us-ascii', 'Gr\xfc\xdfe', 'Grüße'],
    ['koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4', 'Привет'],
    ['shift_jis', '\x83e\x83X\x83g', 'テスト'],
    ['iso-2022-jp', '\x1b$B%F%9%H\x1b(B', 'テスト'],
  ])('%s is decoded from bytes', (charset, body, expected) => {
    expect(outline(read(`Content-Type: text/plain; charset="${charset}"`, '', body))).toEqual([
      `paragraph: ${expected}`,
    ]);
  });

  it('don’t matter for characters that have been decoded with the file', () => {
    expect(outline(read('Content-Type: text/plain; charset=iso-8859-1', '', 'Grüße – 😀'))).toEqual([
      'paragraph: Grüße – 😀',
    ]);
  });

  it('are looked for in a page whose part names none', () => {
    const page = '<meta charset="iso-8859-5"><p>\xbf\xe0\xd8\xd2\xd5\xe2</p>';
    expect(outline(read('Content-Type: text/html', '', page))).toEqual(['paragraph: Привет']);
  });

  it('may begin anew in every encoded word', () => {
    const word = '=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=';
    expect(read(`Subject: ${word}`, ` ${word}`, '', '').metadata.subject?.value).toBe('テストテスト');
  });
});

describe('what is wrong in mail files', () => {
  it.each([
    ['an unknown charset', ['Content-Type: text/plain; charset=klingon', '', 'x'], /charset "klingon"/],
    ['an unknown encoding', ['Content-Transfer-Encoding: x-rot13', '', 'x'], /transfer encoding "x-rot13"/],
    ['a multipart without boundary', ['Content-Type: multipart/mixed', '', 'x'], /names no boundary/],
    ['an unknown type', ['X-Mail-Type: spam', '', 'x'], /"spam" is no type of mail/],
    ['an unknown charset in a header', ['Subject: =?klingon?q?x?=', '', 'x'], /charset "klingon"/],
  ])('%s is told', (_what, lines, message) => {
    expect(read(...lines).problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  });

  it('doesn’t stop the reading', () => {
    expect(outline(read('Content-Transfer-Encoding: base64', '', 'SGFsbG8gV2Vs'))).toEqual(['paragraph: Hallo Wel']);
    expect(outline(read('Content-Transfer-Encoding: base64', '', 'SGFsb*G8gV2Vs!bA'))).toEqual([
      'paragraph: Hallo Wel' + 'l',
    ]);
    expect(outline(read('Content-Transfer-Encoding: quoted-printable', '', '50 = 50, =ZZ, a='))).toEqual([
      'paragraph: 50 = 50, =ZZ, a',
    ]);
    expect(outline(read('Subject: =?utf-8?q?open', 'no colon here', '', 'Hi'))).toEqual([
      'subject: =?utf-8?q?open',
      'paragraph: Hi',
    ]);
    expect(outline(read(''))).toEqual([]);
  });

  it('may be nesting without end', () => {
    const lines: string[] = [];
    for (let depth = 0; depth < 2000; depth++) {
      lines.push(`Content-Type: multipart/mixed; boundary=b${depth}`, '', `--b${depth}`);
    }
    const mail = read(...lines, 'Content-Type: text/plain', '', 'Deep');
    expect(mail.problems[0]?.message).toMatch(/nested more than 32 deep/);
  });
});
