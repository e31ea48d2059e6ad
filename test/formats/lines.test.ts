import { describe, expect, it } from 'vitest';
import { outline, parseForTest } from './parseForTest.js';

function markdown(source: string): readonly string[] {
  return outline(parseForTest(source, 'markdown'));
}

function linksOf(source: string, format: 'markdown' | 'text'): readonly (readonly string[])[] {
  return parseForTest(source, format).children.flatMap(({ text, links }) =>
    links.map((link) => [
      text.value.slice(link.start, link.end),
      link.href,
      source.slice(link.hrefRange.start, link.hrefRange.end),
      source.slice(link.range.start, link.range.end),
    ]),
  );
}

describe('Markdown', () => {
  it('is read into blocks', () => {
    const source =
      '# a\n\nb\nc  \nd\n\n> e\n> f\n\n- g\n\n  h\n- i\n\n| j | k |\n|---|---|\n| l | m |\n\n    n\n\n---\n';
    expect(markdown(source)).toEqual([
      'heading: a',
      'paragraph: b c\nd',
      'paragraph: e f',
      'list-item: g',
      'list-item: h',
      'list-item: i',
      ...['j', 'k', 'l', 'm'].map((cell) => `table-cell: ${cell}`),
      'paragraph: n',
    ]);
    expect(parseForTest('> a', 'markdown').children[0]?.nesting).toEqual(['blockquote']);
  });

  it('has escapes and character references decoded', () => {
    expect(markdown('1\\. \\*a\\* &uuml; \\&amp; `&amp;` \\d')).toEqual(['paragraph: 1. *a* ü &amp; &amp; \\d']);
  });

  it('keeps the places of text behind a byte order mark, tabs and Windows line ends', () => {
    const source = '\uFEFF# Grüße\r\n\r\n-\teins\r\n> zwei\r\n> drei';
    for (const { text } of parseForTest(source, 'markdown').children) {
      for (let index = 0; index < text.value.length; index++) {
        if (text.value[index] !== ' ')
          expect(source.slice(text.starts[index], text.ends[index])).toBe(text.value[index]);
      }
    }
  });

  it.each([
    ['[a](https://x.example/{{ id }} "t")', ['a', 'https://x.example/{{ id }}', 'https://x.example/{{ id }}']],
    ['[a](<x y>)', ['a', 'x y', 'x y']],
    ['[a]({{ unsubscribe_url }})', ['a', '{{ unsubscribe_url }}', '{{ unsubscribe_url }}']],
    ['[Unsubscribe](*|UNSUB|*)', ['Unsubscribe', '*|UNSUB|*', '*|UNSUB|*']],
    ['[a **b**][c]\n\n[c]: https://c.example', ['a b', 'https://c.example', 'https://c.example']],
    ['<https://d.example>', ['https://d.example', 'https://d.example', 'https://d.example']],
    ['www.e.example', ['www.e.example', 'http://www.e.example', 'www.e.example']],
    ['<a href="f?g&amp;h">i</a>', ['i', 'f?g&h', 'f?g&amp;h']],
    ['[a](https://x.example/\\_b)', ['a', 'https://x.example/_b', 'https://x.example/\\_b']],
  ])('has links: %s', (source, expected) => {
    expect(linksOf(source, 'markdown').map((link) => link.slice(0, 3))).toEqual([expected]);
  });

  it('has a link in bold type alone for a button', () => {
    expect(markdown('[**Ja**](x)\n\n**[Ja](x)**\n\n[Ja](x)\n\nText [**Ja**](x)')).toEqual([
      'button: Ja',
      'button: Ja',
      'paragraph: Ja',
      'paragraph: Text Ja',
    ]);
  });

  it('has images, linked and not', () => {
    const { children } = parseForTest('![Bild &amp; Ton](a.png)\n\n[![Logo](b.png)](https://x.example)', 'markdown');
    expect(children.map((block) => [block.role, block.text.value, block.links.length])).toEqual([
      ['image-text', 'Bild & Ton', 0],
      ['image-text', 'Logo', 1],
    ]);
  });

  it('holds HTML, in a line and as blocks', () => {
    const source =
      'a <span style="font-size:8px">b</span><br>c\n\n<div style="display:none">d</div>\n\n<table><tr><td>e</table>';
    expect(markdown(source)).toEqual(['paragraph: a b\nc', 'hidden: d', 'paragraph: e']);
  });

  it('is bold where all of it is', () => {
    const { children } = parseForTest('**a b**\n\n**a** viel mehr Text', 'markdown');
    expect(children.map(({ style }) => style.bold)).toEqual([true, false]);
  });

  it('is read alike when it is too long for one piece', () => {
    const piece =
      'Text mit [Ziel][z] und *mehr*.\n\n- eins\n\n  zwei\n- drei\n\n```\nCode\n\nnoch Code\n```\n\n> Zitat\n\n';
    const definition = '[z]: https://z.example\n\n';
    const once = parseForTest(piece + definition, 'markdown').children;
    const source = piece.repeat(300) + definition;
    const often = parseForTest(source, 'markdown').children;
    expect(often).toHaveLength(once.length * 300);
    for (const [index, { role, text, links }] of often.entries()) {
      expect([role, text.value]).toEqual([once[index % once.length]?.role, once[index % once.length]?.text.value]);
      expect(links.map((link) => link.href)).toEqual(once[index % once.length]?.links.map((link) => link.href));
      expect(source.charAt(text.starts[0] ?? 0)).toBe(
        role === 'paragraph' && text.value.startsWith('```') ? '`' : text.value[0],
      );
    }
  });

  it('leaves embedded images out', () => {
    expect(markdown(`Text ![][image1]\n\n[image1]: <data:image/png;base64,${'A'.repeat(50_000)}>\n`)).toEqual([
      'paragraph: Text',
    ]);
  });
});

describe('plain text', () => {
  it('is read into blocks', () => {
    const source = 'Neues\n=====\n\na\nb\n\n- c\n  d\n* e\n1. f\n2) g\n\n-- \nFirma\n----------\nh\r\n\r\ni';
    expect(outline(parseForTest(source, 'text'))).toEqual([
      'heading: Neues',
      'paragraph: a b',
      'list-item: c d',
      'list-item: e',
      'list-item: f',
      'list-item: g',
      'heading: Firma',
      'paragraph: h',
      'paragraph: i',
    ]);
  });

  it.each([
    ['Mehr unter https://a.example/b?c=d.', ['https://a.example/b?c=d', 'https://a.example/b?c=d']],
    ['(https://a.example/b_(c))', ['https://a.example/b_(c)', 'https://a.example/b_(c)']],
    ['<https://a.example/{{ token }}>', ['https://a.example/{{ token }}', 'https://a.example/{{ token }}']],
    ['www.a.example!', ['www.a.example', 'https://www.a.example']],
    ['Schreiben Sie an hallo@a.example.', ['hallo@a.example', 'mailto:hallo@a.example']],
    ['mailto:hallo@a.example', ['mailto:hallo@a.example', 'mailto:hallo@a.example']],
  ])('has links: %s', (source, expected) => {
    expect(linksOf(source, 'text').map((link) => link.slice(0, 2))).toEqual([expected]);
  });

  it.each(['a@b', '@name', '3 @ 4 Euro', 'www.', 'http:'])('has no link in %j', (source) => {
    expect(linksOf(source, 'text')).toEqual([]);
  });

  it('keeps its ampersands', () => {
    expect(outline(parseForTest('A &amp; B', 'text'))).toEqual(['paragraph: A &amp; B']);
  });
});
