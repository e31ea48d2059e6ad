import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/readContent.js';
import type { Block } from '../../src/mail/Mail.js';
import { sourceRangeOf } from '../../src/mail/MappedText.js';
import { parseForTest } from './parseForTest.js';

/** What stands for itself in each format, and what does not: umlauts, emoji, references, tags, placeholders. */
const words = ['Grüße', 'wir', 'löschen', '🎂', 'bis', '25.', 'Mai', 'e\u0301', 'x', 'Straße,', '👨‍👩‍👧'];
const placeholders = ['{{ name }}', '*|FNAME|*', '%%EMAIL%%', '{{a|default:"b"}}', '<%= n %>', '[[CODE]]', '{$n}'];
const choices = ['{% if a %}Herr{% else %}Frau{% endif %}', '{{#if b}}{{ name }}{{else}}du{{/if}}'];
const controls = ['{% if a %}', '{% endif %}', '{{#if b}}', '{{/if}}', '{# note #}', '{{! no }}'];
const references = ['&uuml;', '&#252;', '&#x1F600;', '&amp;', '&nbsp;', '&shy;', '&lt;', '&zwnj;', '&copy;'];
const spaces = [' ', '\n', '\r\n', '  ', '\t', '\u00a0', '\u00ad', '\u200b'];
const inlineTags = [
  '<b>',
  '</b>',
  '<br>',
  '<span style="color:#111">',
  '</span>',
  '<a href="https://a.example">',
  '</a>',
];
const blockTags = ['<p>', '</p>', '<td>', '<div>', '</div\n>', '<table>', '</table>', '<h2>', '</h2>', '<!-- c -->'];
const markdown = [
  '**',
  '*',
  '\\*',
  '\\_',
  '\n\n',
  '\n> ',
  '\n- ',
  '\n# ',
  '  \n',
  '[',
  '](https://a.example)',
  '`',
  '|',
];

const pieces: Readonly<Record<TextFormat, readonly string[]>> = {
  mjml: [...references, ...inlineTags, ...blockTags, '<mj-text>', '</mj-text>', '<mj-section>', '<mj-button href="x">'],
  html: [...references, ...inlineTags, ...blockTags, '<BR/>', '<P>', '<![CDATA[Grüße]]>'],
  markdown: [...references, ...markdown, '\n\n<b>', '</b>', '<br>'],
  text: ['\n\n', '\n- ', 'https://a.example/{{ id }}.', '<https://b.example>', 'a@b.example', '\n---\n', '&amp;'],
};

function sourceOf(format: TextFormat): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    ...words,
    ...placeholders,
    ...controls,
    ...choices,
    ...spaces,
    ...spaces,
    ...pieces[format],
  );
  const start = fc.constantFrom('', '\uFEFF', '---\nsubject: "Grüße, {{ name }}"\n---\n');
  return fc.tuple(start, fc.array(piece, { maxLength: 40 })).map(([first, rest]) => first + rest.join(''));
}

const formats: readonly TextFormat[] = ['mjml', 'html', 'markdown', 'text'];
const invisible = /\u034f|[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

function fold(text: string): string {
  return text.replace(/[\s\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, ' ').trim();
}

/** Reads a stretch of source as simply as can be: takes out all that leaves no text, decodes, folds white space. */
function readSimply(source: string, format: TextFormat): string {
  let text = source;
  for (const separator of ['{% else %}', '{{else}}']) text = text.replaceAll(separator, ' ');
  for (const control of controls) text = text.replaceAll(control, '');
  const kept: string[] = [];
  for (const placeholder of placeholders) {
    text = text.replaceAll(placeholder, () => `\uE000${kept.push(placeholder) - 1}\uE001`);
  }
  if (format !== 'text') text = decodeHTML(withoutMarks(text, format));
  text = text.replace(/\uE000(\d+)\uE001/g, (_match, index) => kept[Number(index)] ?? '');
  return fold(text.replace(invisible, ''));
}

function withoutMarks(source: string, format: TextFormat): string {
  if (format !== 'markdown') {
    return source.replace(/<!--.*?-->|<!\[CDATA\[|\]\]>|<\/?[a-z][^>]*>/gis, (tag) => (/^<br/i.test(tag) ? ' ' : ''));
  }
  return source
    .replace(/<\/?[a-z][^>]*>/gi, (tag) => (/^<br/i.test(tag) ? ' ' : ''))
    .replace(/\\([*_])/g, '$1')
    .replace(/\n[> ]+/g, '\n');
}

/** Every stretch from one character to another, for a text not too long; the same offsets never split a character. */
function stretches(block: Block): readonly [number, number][] {
  const offsets = [0];
  for (const character of block.text.value) offsets.push((offsets.at(-1) ?? 0) + character.length);
  const all = offsets.flatMap((start) =>
    offsets.filter((end) => end > start).map((end): [number, number] => [start, end]),
  );
  return all.filter((_stretch, index) => all.length < 200 || index % Math.ceil(all.length / 200) === 0);
}

/** Whether a stretch begins or ends inside of a placeholder, or inside what several characters share. */
function isWhole(block: Block, start: number, end: number): boolean {
  const cuts = (offset: number) =>
    block.placeholders.some((placeholder) => placeholder.start < offset && offset < placeholder.end);
  return !cuts(start) && !cuts(end);
}

describe('the place of every stretch of text', () => {
  for (const format of ['mjml', 'html', 'text'] as const) {
    it(`is where the source says it, in ${format}`, () => {
      fc.assert(
        fc.property(sourceOf(format), (source) => {
          for (const block of parseForTest(source, format).children) {
            for (const [start, end] of stretches(block)) {
              if (!isWhole(block, start, end)) continue;
              const range = sourceRangeOf(block.text, start, end);
              const expected = fold(block.text.value.slice(start, end));
              expect(readSimply(source.slice(range.start, range.end), format)).toBe(expected);
            }
          }
        }),
        { numRuns: 300 },
      );
    });
  }

  it('is where the source says it, for every character of Markdown', () => {
    fc.assert(
      fc.property(sourceOf('markdown'), (source) => {
        for (const block of parseForTest(source, 'markdown').children) {
          const { value } = block.text;
          let offset = 0;
          for (const character of value) {
            const range = sourceRangeOf(block.text, offset, offset + character.length);
            if (character.trim() !== '' && isWhole(block, offset, offset + character.length)) {
              const raw = source.slice(range.start, range.end);
              expect([raw, readSimply(raw, 'markdown')]).toContain(character);
            }
            offset += character.length;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('grows with the text and stays inside the file', () => {
    for (const format of formats) {
      fc.assert(
        fc.property(sourceOf(format), (source) => {
          for (const { text, links, placeholders: tags, branchSpans } of parseForTest(source, format).children) {
            for (let index = 0; index < text.value.length; index++) {
              const range = sourceRangeOf(text, index, index + 1);
              expect(range.start).toBeLessThan(range.end);
              expect(range.end).toBeLessThanOrEqual(source.length);
              if (index > 0) expect(range.start).toBeGreaterThanOrEqual(text.starts[index - 1] ?? 0);
            }
            for (const span of [...links, ...tags, ...branchSpans]) {
              expect(span.start).toBeGreaterThanOrEqual(0);
              expect(span.end).toBeLessThanOrEqual(text.value.length);
            }
          }
        }),
        { numRuns: 150 },
      );
    }
  });

  it('holds for placeholders, which stand in the text as in the source', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.constantFrom(...placeholders), (format, placeholder) => {
        const source = `Hallo ${placeholder}, bis morgen.`;
        const block = parseForTest(source, format).children[0];
        expect(block?.text.value).toBe(source);
        expect(block?.placeholders).toMatchObject([{ start: 6, end: 6 + placeholder.length }]);
      }),
    );
  });
});
