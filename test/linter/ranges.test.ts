import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/Finding.js';
import { formatOf } from '../../src/formats/formatOf.js';
import type { TextFormat } from '../../src/formats/readContent.js';
import { lintText } from '../../src/linter/lintText.js';
import type { Rulebook } from '../../src/rulebook/Rulebook.js';
import { rulebook } from '../rulebook.js';
import { frameRulebook } from './frameRulebook.js';

const formats: readonly TextFormat[] = ['mjml', 'html', 'markdown', 'text'];
const isMarkup = (format: TextFormat): boolean => format === 'mjml' || format === 'html';

const threats = [
  'Wenn Sie nicht bis Mitternacht zustimmen, löschen wir Ihr Konto für immer.',
  'You must agree by midnight, otherwise we will close your account for good.',
];

/** Ways to write a threat that change nothing of what is read, by format. */
function disguises(format: TextFormat): readonly ((word: string, at: number) => string)[] {
  const everywhere = [
    (word: string) => word,
    (word: string) => `${word.slice(0, 2)}\u00ad${word.slice(2)}`,
    (word: string) => `\u200b${word}`,
  ];
  const markup = [
    (word: string) => `<b>${word}</b>`,
    (word: string) => `<span style="color: #333">${word.slice(0, 1)}</span>${word.slice(1)}`,
    (word: string) => word.replaceAll('ö', '&ouml;').replaceAll('e', '&#101;').replaceAll('ü', '&#xFC;'),
    (word: string) => `${word.slice(0, 1)}&shy;${word.slice(1)}`,
    (word: string) => `<!-- x -->${word}`,
  ];
  const markdown = [(word: string) => `**${word}**`, (word: string) => word.replaceAll('ö', '&ouml;')];
  return isMarkup(format)
    ? [...everywhere, ...markup]
    : format === 'markdown'
      ? [...everywhere, ...markdown]
      : everywhere;
}

const before = fc.constantFrom(
  '',
  'Größe, Füße, Übermut: alles da.',
  '👩‍👩‍👧 Grüße 🎉🇩🇪',
  'Hallo {{ kunde.name }}, guten Tag.',
  '*|FNAME|* and %%name%% and [[x]] are here.',
  '{% if premium %}Dear member{% else %}Dear reader{% endif %}, hello.',
  'a\u0308 e\u0301 \ud835\udcd0 z\u0335',
);

const spaces: Readonly<Record<TextFormat, readonly string[]>> = {
  mjml: [' ', '\n  ', '  ', '\t', '&nbsp;', ' <i></i>'],
  html: [' ', '\n  ', '  ', '\t', '&#32;', ' <i></i>'],
  markdown: [' ', '  ', '\u00a0'],
  text: [' ', '  ', '\t', '\u00a0'],
};

function bodyOf(format: TextFormat, first: string, threat: string): string {
  switch (format) {
    case 'mjml':
      return `<mjml><mj-body><mj-section><mj-column>\n<mj-text>${first}</mj-text>\n<mj-text>${threat}</mj-text>\n</mj-column></mj-section></mj-body></mjml>`;
    case 'html':
      return `<html><body>\n<p>${first}</p>\n<p>${threat}</p>\n</body></html>`;
    case 'markdown':
    case 'text':
      return `${first}\n\n${threat}\n`;
  }
}

interface Mail {
  readonly format: TextFormat;
  readonly source: string;
}

const mails: fc.Arbitrary<Mail> = fc.constantFrom(...formats).chain((format) =>
  fc
    .record({
      first: before,
      threat: fc.constantFrom(...threats),
      choices: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
      isCrLf: fc.boolean(),
      hasMark: fc.boolean(),
    })
    .map(({ first, threat, choices, isCrLf, hasMark }) => {
      const ways = disguises(format);
      const gaps = spaces[format];
      const written = threat
        .split(' ')
        .map((word, at) => {
          const gap = at === 0 ? '' : (gaps[(choices[at + 20] ?? 0) % gaps.length] ?? ' ');
          return gap + (ways[(choices[at] ?? 0) % ways.length] ?? String)(word, at);
        })
        .join('');
      const source = bodyOf(format, first, written);
      return { format, source: (hasMark ? '\ufeff' : '') + (isCrLf ? source.replaceAll('\n', '\r\n') : source) };
    }),
);

/** What a reader sees of a stretch of source, worked out without any of the linter's code. */
function visible(source: string, format: TextFormat): string {
  const withoutTags = isMarkup(format) ? source.replaceAll(/<!--.*?-->|<[^>]*>/gsu, '') : source.replaceAll('**', '');
  const decoded = format === 'text' ? withoutTags : decodeHTML(withoutTags);
  return decoded
    .replaceAll(/[\u00ad\u200b]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function lint({ format, source }: Mail, rules: Rulebook = frameRulebook): readonly Finding[] {
  return lintText(source, { path: 'mail', format, inherited: { types: ['consent'] } }, rules).report.findings;
}

function expectInside(findings: readonly Finding[], source: string): void {
  for (const { range, related } of findings) {
    for (const { start, end } of [range, ...related.map((place) => place.range)]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(source.length);
    }
  }
}

describe('the range of a finding', () => {
  it('holds exactly the words that the finding quotes', () => {
    fc.assert(
      fc.property(mails, (mail) => {
        const findings = lint(mail).filter(({ rule }) => rule === 'coercive-deadline');
        expect(findings).toHaveLength(1);
        for (const { range, text, related } of findings) {
          for (const place of [{ range, text }, ...related]) {
            const { start, end } = place.range;
            expect(visible(mail.source.slice(start, end), mail.format)).toBe(place.text.replaceAll(/\s+/gu, ' '));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('holds exactly those words where the trained model has a say, too', () => {
    fc.assert(
      fc.property(mails, (mail) => {
        for (const { rule, range, text } of lint(mail, rulebook)) {
          if (rule !== 'coercive-deadline') continue;
          const seen = visible(mail.source.slice(range.start, range.end), mail.format);
          expect(seen).toBe(text.replaceAll(/\s+/gu, ' '));
        }
      }),
    );
  });

  it('holds a subject in front matter, too', () => {
    const source =
      '---\r\nsubject: "Ümläut 🎉: agree by midnight or we will close your account"\r\n---\r\n\r\nHello.\r\n';
    const [finding] = lint({ format: 'markdown', source }).filter(({ rule }) => rule === 'coercive-deadline');
    expect(finding).toBeDefined();
    expect(source.slice(finding?.range.start, finding?.range.end)).toBe(finding?.text);
  });
});

const fixtures = ['de', 'en'].flatMap((language) =>
  readdirSync(join('fixtures', language))
    .filter((name) => formatOf(name) !== undefined)
    .map((name) => readFileSync(join('fixtures', language, name), 'utf8')),
);

const junk = fc.constantFrom(
  ...[
    '<',
    '>',
    '</p>',
    '<p',
    '<!--',
    '-->',
    '{{',
    '}}',
    '{% if x %}',
    '{% endif %}',
    '*|IF:A|*',
    '*|END:IF|*',
    '&',
    '&#x;',
  ],
  ...[
    '&#99999999;',
    '\u0000',
    '\ud800',
    '\udc00',
    '\r',
    '\n\n',
    '---\n',
    '# ',
    '[a](',
    '![',
    '`',
    '<style>',
    '<mj-text>',
  ],
  ...[
    '"',
    "'",
    '=',
    '\\',
    '<![CDATA[',
    ']]>',
    '\u202e',
    '<a href="#">',
    '> > > ',
    '|',
    '- ',
    '<title>',
    '${',
    '%%',
    '[[',
  ],
);

const mutated = fc
  .record({
    fixture: fc.constantFrom(...fixtures),
    cuts: fc.array(fc.record({ at: fc.nat(), length: fc.nat({ max: 200 }), instead: junk }), {
      minLength: 1,
      maxLength: 8,
    }),
  })
  .map(({ fixture, cuts }) =>
    cuts.reduce((text, { at, length, instead }) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + instead + text.slice(start + length);
    }, fixture),
  );

const scribbled = fc
  .array(fc.oneof(junk, fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom(...threats)), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

describe('linting', () => {
  it.each(formats)('bears whatever stands in %s', (format) => {
    fc.assert(
      fc.property(fc.oneof(mutated, scribbled), (source) => {
        expectInside(lint({ format, source }, rulebook), source);
      }),
      { numRuns: 150 },
    );
  });

  it('stays inside of a mail that ends in an open comment', () => {
    const source = '<body><p>Hello.</p><a href="#">Unsubscribe<!-- here';
    const findings = lint({ format: 'html', source });
    expect(findings.map(({ rule }) => rule)).toContain('missing-opt-out');
    expectInside(findings, source);
  });

  it.each(formats)('gives the same for the same %s', (format) => {
    for (const source of fixtures.slice(0, 4)) expect(lint({ format, source })).toEqual(lint({ format, source }));
  });

  it.each(formats)('gets through long nonsense in %s', (format) => {
    for (const piece of [
      '<p>',
      '{% if a %}',
      '{{',
      '[',
      '> ',
      '- ',
      '*',
      '&',
      '(',
      'a ',
      '<b a="',
      '{#',
      '"',
      '<!--',
    ]) {
      const source = piece.repeat(3000);
      expectInside(lint({ format, source }), source);
    }
  });
});
