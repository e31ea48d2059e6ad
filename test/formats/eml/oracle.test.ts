import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { decodeHeader } from '../../../src/formats/eml/decodeHeader.js';
import { readMailTexts } from '../../../src/formats/eml/readMailTexts.js';
import { parseForTest } from '../parseForTest.js';
import { base64, multipart, quotedPrintable } from './mailSource.js';

const root = new URL('../../../', import.meta.url);

const mails = ['corpus/mails-de/', 'corpus/mails-en/', 'fixtures/de/', 'fixtures/en/'].flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.eml'))
    .map((name) => ({ name, source: readFileSync(new URL(folder + name, root), 'utf8') })),
);

/** Parsers differ in what they make of line ends and the white space around them. */
function folded(text: string | undefined): string {
  return (text ?? '').replace(/\s+/gu, '');
}

function ours(source: string): { readonly subject: string; readonly text: string; readonly html: string } {
  const { headers, parts } = readMailTexts(source);
  const subject = headers.find(({ name }) => name === 'subject')?.value ?? { start: 0, end: 0 };
  const textOf = (kind: string) => parts.filter((part) => part.kind === kind).map(({ text }) => text.value);
  return {
    subject: folded(decodeHeader(source, subject).text.value),
    text: folded(textOf('text').join('')),
    html: folded(textOf('html').join('')),
  };
}

async function theirs(source: string): ReturnType<typeof PostalMime.parse> {
  return PostalMime.parse(Buffer.from(source), { forceRfc822Attachments: true });
}

describe('postal-mime', () => {
  it.each(mails)('decodes $name to the same texts', async ({ source }) => {
    const { subject, text, html } = await theirs(source);
    expect(ours(source)).toEqual({ subject: folded(subject), text: folded(text), html: folded(html) });
  });

  it('decodes any text to the same', async () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '=', '?', 'ü', '日', '😀', '\r\n', '-'),
      minLength: 1,
    });
    const encoding = fc.constantFrom('8bit', 'base64', 'quoted-printable');
    await fc.assert(
      fc.asyncProperty(words, words, encoding, encoding, async (plain, page, plainEncoding, pageEncoding) => {
        const source = multipart(
          ['Subject: Hi'],
          [
            { type: 'text/plain; charset=utf-8', encoding: plainEncoding, body: encoded(`x${plain}`, plainEncoding) },
            { type: 'text/html; charset=utf-8', encoding: pageEncoding, body: encoded(`x${page}`, pageEncoding) },
          ],
        );
        const { text, html } = await theirs(source);
        expect(ours(source)).toEqual({ subject: 'Hi', text: folded(text), html: folded(html) });
      }),
    );
  });
});

function encoded(text: string, encoding: string): string {
  if (encoding === 'base64') return base64(text);
  return encoding === 'quoted-printable' ? quotedPrintable(text) : text;
}

describe('mail files that something has happened to', () => {
  const debris = [
    '\n',
    '\r',
    '\r\n\r\n',
    '--',
    '=',
    '=?',
    '?=',
    '=?utf-8?b?',
    ';',
    '"',
    '(',
    '\0',
    '\x80',
    '\xff',
    'ü',
    '{% if x %}',
  ];
  const damage = fc.record({
    mail: fc.constantFrom(...mails),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(400),
    added: fc.array(fc.constantFrom(...debris), { maxLength: 4 }),
  });

  it('are read to the end, and every place is in the file', () => {
    fc.assert(
      fc.property(damage, ({ mail, at, removed, added }) => {
        const start = Math.floor(at * mail.source.length);
        const source = mail.source.slice(0, start) + added.join('') + mail.source.slice(start + removed);
        expectPlacesInside(source);
      }),
      { numRuns: 300 },
    );
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (source) => expectPlacesInside(source)),
      { numRuns: 300 },
    );
  });

  it('may hold openings without end', () => {
    for (const piece of [
      '=?',
      '=?utf-8?q?',
      '--b',
      '--b\n',
      '--b\n\n',
      ' folded\n',
      'a:',
      '(((',
      '"',
      '=',
      '= ',
      '=\t',
    ]) {
      expectPlacesInside(
        `Content-Type: multipart/mixed; boundary=b\nSubject: ${piece.repeat(20_000)}\n\n${piece.repeat(20_000)}`,
      );
      expectPlacesInside(`Content-Transfer-Encoding: quoted-printable\n\n${piece.repeat(20_000)}`);
    }
  });
});

function expectPlacesInside(source: string): void {
  const mail = parseForTest(source, 'eml');
  for (const { text, links } of mail.children) {
    for (let index = 0; index < text.value.length; index++) expectInside(text.starts[index], text.ends[index], source);
    for (const { range, hrefRange } of links) {
      expectInside(range.start, range.end, source);
      expectInside(hrefRange.start, hrefRange.end, source);
    }
  }
  for (const { range } of mail.problems) expectInside(range.start, range.end, source);
}

/** Without `expect` for each of them, which would take most of the time. */
function expectInside(start: number | undefined, end: number | undefined, source: string): void {
  if (start === undefined || end === undefined || start < 0 || end < start || end > source.length) {
    throw new RangeError(`${start} to ${end} is no place in ${JSON.stringify(source.slice(0, 400))}`);
  }
}
