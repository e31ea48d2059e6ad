import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateQuote } from '../../src/evaluation/locateQuote.js';
import { readVisibleWords } from '../../src/evaluation/readVisibleWords.js';

/** The stretches of the source that a quote stands for. */
function located(source: string, quote: string): readonly string[] {
  return locateQuote(readVisibleWords(source), quote).map(({ start, end }) => source.slice(start, end));
}

describe('locateQuote', () => {
  it.each([
    [
      'over inline tags, inside of a word too',
      '<p>Bis <b>heute</b> zu<i>stimmen</i>!</p>',
      'heute zustimmen',
      'heute</b> zu<i>stimmen',
    ],
    ['over entities', '<p>F&uuml;r&nbsp;Sie&#33;</p>', 'Für Sie', 'F&uuml;r&nbsp;Sie'],
    [
      'over soft hyphens and zero-width characters',
      'Ein&shy;ver\u00adstanden\u200bserklärung',
      'Einverstandenserklärung',
      'Ein&shy;ver\u00adstanden\u200bserklärung',
    ],
    [
      'over line breaks and indentation',
      'agree\r\n    by   midnight',
      'agree by midnight',
      'agree\r\n    by   midnight',
    ],
    ['over blocks', '<td>Zuletzt.</td>\n<td>Heute noch</td>', 'Zuletzt. Heute', 'Zuletzt.</td>\n<td>Heute'],
    ['whatever the apostrophes and quotation marks', 'Don&rsquo;t „wait“', 'Don\'t "wait"', 'Don&rsquo;t „wait'],
    ['over Markdown marks', 'Please **agree** _now_', 'agree now', 'agree** _now'],
    [
      'over a Markdown link',
      'Please [agree](https://a.example/x "t") today',
      'agree today',
      'agree](https://a.example/x "t") today',
    ],
    ['over a Markdown reference link', 'Please [agree][terms] today', 'agree today', 'agree][terms] today'],
    ['over a quotation’s line starts', '> agree by\n> midnight', 'agree by midnight', 'agree by\n> midnight'],
    ['over template tags that only control', 'by {% if late %}midnight', 'by midnight', 'by {% if late %}midnight'],
    ['with a placeholder', 'by {{ deadline }} or lose', 'by {{deadline}} or', 'by {{ deadline }} or'],
    ['in an attribute', '<img src="a.png" alt="Nur heute &amp; hier">', 'heute & hier', 'heute &amp; hier'],
    ['in a tag with a > in an attribute', '<a title="x > y" href="#">Nur heute</a>', 'Nur heute', 'Nur heute'],
    [
      'in front matter',
      '---\nsubject: "Ihr \\"Vorteil\\" endet"\n---\n',
      'Ihr "Vorteil" endet',
      'Ihr \\"Vorteil\\" endet',
    ],
    ['in a conditional comment', '<!--[if mso]><b>Nur heute</b><![endif]-->', 'Nur heute', 'Nur heute'],
    ['in decomposed letters', 'Fu\u0308r Sie', 'Für Sie', 'Fu\u0308r Sie'],
    ['after a < that is no tag', 'a < b and agree', 'b and agree', 'b and agree'],
    ['after a tag that is not closed', '<p>Agree <b', 'Agree', 'Agree'],
    ['after an attribute that is not closed', '<a href="x>Agree now</a>', 'Agree now', 'Agree now'],
  ])('finds a quote %s', (_, source, quote, expected) => {
    expect(located(source, quote)).toEqual([expected]);
  });

  it('gives every place', () => {
    const places = locateQuote(readVisibleWords('Now or <b>now</b>, now.'), 'now');
    expect(places).toEqual([
      { start: 10, end: 13 },
      { start: 19, end: 22 },
    ]);
  });

  it('prefers whole words', () => {
    expect(locateQuote(readVisibleWords('Frist: Fristen'), 'Frist')).toEqual([{ start: 0, end: 5 }]);
    expect(locateQuote(readVisibleWords('Kontosperrung'), 'sperrung')).toEqual([{ start: 5, end: 13 }]);
  });

  it('does not find other words, nor a quote without words', () => {
    expect(located('Agree now', 'agree now')).toEqual([]);
    expect(located('Agree by now', 'Agree now')).toEqual([]);
    expect(located('Agree now!!!', '!!!')).toEqual([]);
    expect(located('<a href="x">now</a>', 'x now')).toEqual([]);
  });

  it('finds every run of words again, whatever stands between them', () => {
    const word = fc.stringMatching(/^[a-zäöüß]{1,6}$/);
    const between = fc.constantFrom(' ', '\n', ' <b>', '</b> ', '&nbsp;', ' ** ', '<br>', ' {% if a %}', ', ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, between), { minLength: 1 }), fc.nat(), fc.nat(), (parts, left, right) => {
        const source = parts.map(([text, gap]) => text + gap).join('');
        const first = left % parts.length;
        const last = first + (right % (parts.length - first));
        const quote = parts
          .slice(first, last + 1)
          .map(([text]) => text)
          .join(' ');
        const start = parts.slice(0, first).reduce((sum, [text, gap]) => sum + text.length + gap.length, 0);
        expect(locateQuote(readVisibleWords(source), quote).map((place) => place.start)).toContain(start);
      }),
    );
  });

  it('never throws, and stays inside of the source', () => {
    const piece = fc.constantFrom(
      '<a b="',
      '>',
      "='",
      '](',
      '][',
      '{%',
      '%}',
      '&amp',
      '&#x1f600;',
      '😀',
      '<!--',
      '\n',
      'word ',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const source = pieces.join('');
        for (const text of readVisibleWords(source)) {
          expect(text.starts.length).toBe(text.value.length);
          for (let unit = 0; unit < text.value.length; unit += 1) {
            expect(text.ends[unit]).toBeLessThanOrEqual(source.length);
            expect(text.starts[unit]).toBeLessThanOrEqual(text.ends[unit] ?? 0);
          }
        }
      }),
    );
  });
});
