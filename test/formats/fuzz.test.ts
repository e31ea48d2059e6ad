import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/formats/formatOf.js';
import type { MailFormat } from '../../src/mail/Mail.js';
import { parseForTest, templateTags } from './parseForTest.js';

const formats: readonly MailFormat[] = ['mjml', 'html', 'markdown', 'text'];
const fixtures = new URL('../../fixtures/', import.meta.url);

const mails = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => !name.endsWith('.yml'))
  .flatMap((name) => {
    const format = formatOf(name);
    return format === undefined ? [] : [{ format, source: readFileSync(new URL(name, fixtures), 'utf8') }];
  });

const delimiters = templateTags.flatMap(({ open, close }) => [open, close]);
const marks = [
  '<',
  '>',
  '"',
  "'",
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  '<style>',
  '<title>',
  '<td',
  '---\n',
  '&',
  '&#',
  '\\',
];
const keywords = ['if ', '#if', '/if', 'else', 'end', 'endif', 'comment', 'IF:', '#', '/', '{', '}', 'do'];
const debris = fc.constantFrom(
  ...delimiters,
  ...marks,
  ...keywords,
  '\n',
  '\0',
  '\uFEFF',
  '\ud83d',
  '> ',
  '- ',
  '[',
  '](',
);

describe('parseMail on what nobody would send', () => {
  it.each(formats)('reads any characters as %s', (format) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (source) => {
        expect(parseForTest(source, format).type).toBe('mail');
      }),
      { numRuns: 300 },
    );
  });

  it.each(formats)('reads delimiters in any order as %s', (format) => {
    fc.assert(
      fc.property(fc.array(debris, { maxLength: 60 }), (pieces) => {
        expect(parseForTest(pieces.join(''), format).type).toBe('mail');
      }),
      { numRuns: 500 },
    );
  });

  it('reads mails that were cut, doubled and damaged', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(40), debris), { maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...mails), damage, ({ format, source }, places) => {
        let damaged = source;
        for (const [place, length, piece] of places) {
          const offset = place % (damaged.length + 1);
          damaged = damaged.slice(0, offset) + piece + damaged.slice(offset + length);
        }
        const mail = parseForTest(damaged, format);
        for (const { text } of mail.children) {
          expect(text.starts).toHaveLength(text.value.length);
          expect(text.ends).toHaveLength(text.value.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads every beginning of a mail', () => {
    for (const { format, source } of mails.slice(0, 6)) {
      for (let end = 0; end < source.length; end += 97)
        expect(parseForTest(source.slice(0, end), format).format).toBe(format);
    }
  });

  it('reads ten thousand nested tables', () => {
    const source = `${'<table><tr><td>'.repeat(10_000)}ganz innen${'</td></tr></table>'.repeat(10_000)}danach`;
    const { children } = parseForTest(source, 'html');
    expect(children.map((block) => block.text.value)).toEqual(['ganz innen', 'danach']);
  });

  it.each([
    ['html', '{% if a %}'],
    ['html', '<b>'],
    ['html', '<!--[if mso]>'],
    ['markdown', '> '],
    ['markdown', '- '],
    ['markdown', '*a **b '],
    ['markdown', '[a]('],
    ['text', '---\na: [[[[['],
    ['text', 'a@'],
  ] as const)('reads a hundred kilobytes of %s made of %j', (format, piece) => {
    const source = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(parseForTest(source, format).type).toBe('mail');
  });

  it('has a front matter that is nested too deeply for YAML read as lines', () => {
    const mail = parseForTest(`---\nsubject: Hallo\na: ${'['.repeat(20_000)}\n---\nText`, 'text');
    expect(mail.metadata.subject?.value).toBe('Hallo');
    expect(mail.problems).toHaveLength(1);
  });
});
