import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHeader } from '../../../src/formats/eml/decodeHeader.js';
import { readMailTexts } from '../../../src/formats/eml/readMailTexts.js';
import type { MappedText } from '../../../src/mail/MappedText.js';
import { base64, quotedPrintable } from './mailSource.js';

const alphabet = ['a', 'B', ' ', '=', '?', '_', 'ü', 'ß', '„', '–', '日', '😀', '.', '-', '<', '&'];
const text = fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 120 }).map((units) => units.join(''));
const lineBreak = fc.constantFrom('\n', '\r\n');
const width = fc.integer({ min: 8, max: 76 });

/** The characters of a text with the source that each was made from. */
function characters(source: string, { value, starts, ends }: MappedText): readonly (readonly [string, string])[] {
  let index = 0;
  return [...value].map((character) => {
    const slice = source.slice(starts[index], ends[index]);
    index += character.length;
    return [character, slice] as const;
  });
}

function bodyOf(encoding: string, body: string, breaks: string): string {
  return ['Content-Type: text/plain; charset=utf-8', `Content-Transfer-Encoding: ${encoding}`, '', body].join(breaks);
}

function onlyText(source: string): MappedText {
  const [part] = readMailTexts(source).parts;
  if (part === undefined) throw new RangeError('There is no text in the mail');
  return part.text;
}

describe('the place of a character', () => {
  it('is its escapes in quoted-printable', () => {
    fc.assert(
      fc.property(text, width, lineBreak, (words, columns, breaks) => {
        const source = bodyOf('quoted-printable', quotedPrintable(words, columns, breaks), breaks);
        const decoded = onlyText(source);
        expect(decoded.value).toBe(words);
        for (const [character, slice] of characters(source, decoded)) {
          expect(slice.replaceAll(`=${breaks}`, '')).toBe(escaped(character));
        }
      }),
    );
  });

  it('is all signs with a bit of it in base64', () => {
    fc.assert(
      fc.property(text, width, lineBreak, (words, columns, breaks) => {
        const source = bodyOf('base64', base64(words, columns, breaks), breaks);
        const decoded = onlyText(source);
        expect(decoded.value).toBe(words);
        const signs = base64(words, Number.MAX_SAFE_INTEGER);
        let byte = 0;
        for (const [character, slice] of characters(source, decoded)) {
          const length = Buffer.byteLength(character);
          const expected = signs.slice(Math.floor((byte * 8) / 6), Math.ceil(((byte + length) * 8) / 6));
          expect(slice.replaceAll(breaks, '')).toBe(expected);
          byte += length;
        }
      }),
    );
  });

  it('is the character itself where nothing is encoded', () => {
    fc.assert(
      fc.property(text, lineBreak, (words, breaks) => {
        const source = bodyOf('8bit', words, breaks);
        const decoded = onlyText(source);
        expect(decoded.value).toBe(words);
        for (const [character, slice] of characters(source, decoded)) expect(slice).toBe(character);
      }),
    );
  });

  it('is the same in all charsets, read from bytes', () => {
    const sign = fc.constantFrom('a', ' ', '\xe4', '\xfc', '\xdf');
    fc.assert(
      fc.property(
        fc.array(sign, { minLength: 1 }),
        fc.constantFrom('iso-8859-1', 'koi8-r', 'windows-1252'),
        (signs, charset) => {
          const words = `${signs.join('')}\xff`;
          const source = `Content-Type: text/plain; charset=${charset}\n\n${words}`;
          const decoded = onlyText(source);
          expect(decoded.value).toBe(new TextDecoder(charset).decode(Buffer.from(words, 'latin1')));
          expect(
            characters(source, decoded)
              .map(([, slice]) => slice)
              .join(''),
          ).toBe(words);
        },
      ),
    );
  });

  it('is inside of its encoded word', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        lineBreak,
        (words, isBase64, breaks) => {
          const encode = (word: string) =>
            isBase64 ? `=?utf-8?B?${base64(word, 1000)}?=` : `=?UTF-8?q?${qEncoded(word)}?=`;
          const source = words.map(encode).join(`${breaks} `);
          const decoded = decodeHeader(source, { start: 0, end: source.length }).text;
          expect(decoded.value).toBe(words.join(''));
          if (isBase64) return;
          for (const [character, slice] of characters(source, decoded)) expect(slice).toBe(qEncoded(character));
        },
      ),
    );
  });
});

function escaped(character: string): string {
  return quotedPrintable(character, 1000);
}

function qEncoded(word: string): string {
  return quotedPrintable(word, 10_000).replaceAll('?', '=3F').replaceAll('_', '=5F').replaceAll(' ', '_');
}
