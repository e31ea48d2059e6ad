import { describe, expect, it } from 'vitest';
import type { MailFormat, TextStyle } from '../../../src/mail/Mail.js';
import { parseForTest } from '../parseForTest.js';

/** The style of the first block of a mail. */
function styleOf(source: string, format: MailFormat = 'html'): TextStyle {
  return parseForTest(source, format).children[0]?.style ?? {};
}

function inPage(head: string, body: string): string {
  return `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
}

function inMjml(head: string, body: string): string {
  return `<mjml><mj-head>${head}</mj-head><mj-body><mj-section><mj-column>${body}</mj-column></mj-section></mj-body></mjml>`;
}

describe('the style of a text in HTML', () => {
  it.each<[string, TextStyle]>([
    ['<p>a</p>', { fontSize: 16, bold: false, color: '#000000', backgroundColor: '#ffffff', contrast: 21 }],
    ['<p style="font-size:9pt; color:#ccc; font-weight:700">a</p>', { fontSize: 12, color: '#cccccc', bold: true }],
    ['<p style="font:bold 9px/1.2 Arial">a</p>', { fontSize: 9, bold: true }],
    ['<p style="font-size:20px"><span style="font-size:.5em">a</span></p>', { fontSize: 10 }],
    ['<p style="font-size:18px"><small>a</small></p>', { fontSize: 15 }],
    ['<h1>a</h1>', { fontSize: 32, bold: true }],
    ['<font size="1" color="999999">a</font>', { fontSize: 10, color: '#999999' }],
    ['<table><tr><td bgcolor="#333333"><p style="color:#fff">a</p></td></tr></table>', { contrast: 12.63 }],
    ['<div style="background:#000 none"><p style="color:#fff">a</p></div>', { backgroundColor: '#000000' }],
    ['<p style="color:rgba(0,0,0,.5)">a</p>', { color: '#808080' }],
    ['<div style="opacity:.5"><p>a</p></div>', { color: '#808080' }],
    ['<p style="color:#111">a<span style="color:#ddd">much more text</span></p>', { color: '#dddddd' }],
    ['<p align="center">a</p>', { align: 'center' }],
    [
      '<!--[if mso]><v:rect fillcolor="#35552b"><center style="color:#fff">a</center></v:rect><![endif]-->',
      { backgroundColor: '#35552b' },
    ],
    ['<p><a href="x">a</a></p>', { color: '#0000ee' }],
    ['<p style="color:nonsense;font-size:14">a</p>', { color: '#000000', fontSize: 16 }],
    ['<p style="color:red!important" class="x">a</p>', { color: '#ff0000' }],
    ['<p style="/* ; color:red */ color:blue">a</p>', { color: '#0000ff' }],
  ])('of %s', (body, expected) => {
    expect(styleOf(inPage('', body))).toMatchObject(expected);
  });

  it.each<[string, string, TextStyle]>([
    ['p { color: #777 }', '<p>a</p>', { color: '#777777' }],
    ['.a { color: #777 } p { color: #111 }', '<p class="a">a</p>', { color: '#777777' }],
    ['#a { font-size: 9px } p.b { font-size: 20px }', '<p id="a" class="b">a</p>', { fontSize: 9 }],
    ['div > p a { color: #123456 }', '<div><p><a href="x">a</a></p></div>', { color: '#123456' }],
    ['p { color: #111 } p { color: #222 }', '<p>a</p>', { color: '#222222' }],
    ['p { color: #111 !important }', '<p style="color:#222">a</p>', { color: '#111111' }],
    ['p { color: #111 }', '<p style="color:#222">a</p>', { color: '#222222' }],
    ['p:hover { color: #111 } p::first-line { color: #222 }', '<p>a</p>', { color: '#000000' }],
    ['p:nth-child(2) { color: #111 }', '<p style="display:none"></p><p>a</p>', { color: '#111111' }],
    ['p, p:( { color: #111 }', '<p>a</p>', { color: '#000000' }],
    ['/* p { color: #111 } */ p { font-size: 9px }', '<p>a</p>', { color: '#000000', fontSize: 9 }],
    ['@media (max-width: 480px) { p { font-size: 9px } } b { color: red }', '<p>a</p>', { fontSize: 16 }],
    ['@media only screen and (min-width: 480px) { p { font-size: 9px } }', '<p>a</p>', { fontSize: 9 }],
    ['@media (prefers-color-scheme: dark) { p { color: #eee } }', '<p>a</p>', { color: '#000000' }],
    ['@import url(x.css); p { color: #111 }', '<p>a</p>', { color: '#111111' }],
    ['@font-face { font-family: x; src: url("}") } p { color: #111 }', '<p>a</p>', { color: '#111111' }],
    ['[data-x="y z"] { color: #111 }', '<p data-x="y z">a</p>', { color: '#111111' }],
    ['td:not(.x) p { color: #111 }', '<table><tr><td><p>a</p></td></tr></table>', { color: '#111111' }],
    ['h1 + p { color: #111 }', '<h1 hidden></h1><p>a</p>', { color: '#111111' }],
    ['<!-- p { color: #111 } -->', '<p>a</p>', { color: '#111111' }],
  ])('by the sheet %s', (sheet, body, expected) => {
    expect(styleOf(inPage(`<style>${sheet}</style>`, body))).toMatchObject(expected);
  });

  it('takes sizes anew in tables where there is no doctype', () => {
    const body = '<div style="font-size:9px"><table><tr><td>a</td></tr></table></div>';
    expect(styleOf(`<html><body>${body}</body></html>`).fontSize).toBe(16);
    expect(styleOf(inPage('', body)).fontSize).toBe(9);
  });

  it('knows the doctype whether metadata stand before it or behind', () => {
    const page = '<html><body><div style="font-size:9px"><table><tr><td>a</td></tr></table></div></body></html>';
    const sizeOf = (source: string) =>
      parseForTest(source, 'html').children.find(({ text }) => text.value === 'a')?.style.fontSize;
    const metadata = `<!--\n---\nsubject: ${'Roses '.repeat(900)}\n---\n-->\n`;
    expect(sizeOf(`${metadata}<!doctype html>${page}`)).toBe(9);
    expect(sizeOf(`<!doctype html>\n${metadata}${page}`)).toBe(9);
    expect(sizeOf(`${metadata}${page}`)).toBe(16);
  });

  it('is kept for each stretch that looks different', () => {
    const [block] = parseForTest(inPage('', '<p>ab <b>cd</b> e</p>'), 'html').children;
    expect(block?.styleRuns?.map(({ start, end, style }) => [start, end, style.bold])).toEqual([
      [0, 2, false],
      [3, 5, true],
      [6, 7, false],
    ]);
  });
});

describe('text that nobody sees', () => {
  it.each([
    ['<div style="display:none">a</div>', 'not-displayed'],
    ['<div style="visibility:hidden">a</div>', 'not-displayed'],
    ['<div style="opacity:0">a</div>', 'transparent'],
    ['<div style="max-height:0;overflow:hidden">a</div>', 'no-size'],
    ['<div style="height:0;overflow:hidden">a</div>', 'no-size'],
    ['<div style="font-size:0">a</div>', 'no-size'],
    ['<div style="color:#fff">a</div>', 'same-colour'],
    ['<div style="color:#fff;background:#fefefe">a</div>', 'same-colour'],
    ['<div style="position:absolute;left:-9999px">a</div>', 'off-screen'],
    ['<div style="text-indent:-9999px">a</div>', 'off-screen'],
    ['<div hidden>a</div>', 'not-displayed'],
  ])('is %s, for it is %s', (hidden, way) => {
    const blocks = parseForTest(inPage('', `<p>z</p>${hidden}`), 'html').children;
    expect(blocks.map(({ role }) => role)).toEqual(['paragraph', 'hidden']);
    expect(blocks[1]?.style.hiddenBy).toBe(way);
  });

  it('can be made visible again inside', () => {
    const body = '<div style="visibility:hidden">a<p style="visibility:visible">b</p></div>';
    expect(parseForTest(inPage('', `<p>z</p>${body}`), 'html').children.map(({ role }) => role)).toEqual([
      'paragraph',
      'hidden',
      'paragraph',
    ]);
  });
});

describe('the style of a text in MJML', () => {
  it.each<[string, string, TextStyle]>([
    ['', '<mj-text>a</mj-text>', { fontSize: 13, color: '#000000', backgroundColor: '#ffffff', align: 'left' }],
    ['', '<mj-button href="x">a</mj-button>', { color: '#ffffff', backgroundColor: '#414141', bold: false }],
    ['', '<mj-text container-background-color="#000" color="#fff">a</mj-text>', { contrast: 21 }],
    ['<mj-attributes><mj-all font-size="9px"/></mj-attributes>', '<mj-text>a</mj-text>', { fontSize: 9 }],
    ['<mj-style>.x { color: red !important }</mj-style>', '<mj-text css-class="x">a</mj-text>', { color: '#000000' }],
    ['<mj-style>.x div { color: red }</mj-style>', '<mj-text css-class="x">a</mj-text>', { color: '#000000' }],
    [
      '<mj-style>.x div { color: red !important }</mj-style>',
      '<mj-text css-class="x">a</mj-text>',
      { color: '#ff0000' },
    ],
    ['<mj-style>.x p { color: red }</mj-style>', '<mj-text css-class="x"><p>a</p></mj-text>', { color: '#ff0000' }],
    ['', '<mj-social><mj-social-element name="x" href="y">a</mj-social-element></mj-social>', { color: '#333333' }],
    ['', '<mj-text><b>a</b></mj-text>', { bold: true }],
  ])('with the head %s of %s', (head, body, expected) => {
    expect(styleOf(inMjml(head, body), 'mjml')).toMatchObject(expected);
  });
});

describe('a style that the file alone does not tell', () => {
  it.each<[string, TextStyle, TextStyle]>([
    [
      inPage('', '<p style="font-size:{{ size }}px">a</p>'),
      { color: '#000000', gaps: ['template-tag'] },
      { fontSize: 0 },
    ],
    [inPage('', '<p style="{{ css }}">a</p>'), { gaps: ['template-tag'] }, { fontSize: 0, color: '' }],
    [inPage('<style>p { color: {{ brand }}; font-size: 9px }</style>', '<p>a</p>'), { fontSize: 9 }, { color: '' }],
    [
      inPage('', '<div style="background:url(a.png) #fff"><p>a</p></div>'),
      { gaps: ['background-image'] },
      { contrast: 0 },
    ],
    [inPage('', '<p style="font-size:calc(1vw + 9px)">a</p>'), { gaps: ['computed'] }, { fontSize: 0 }],
  ])('stays unknown: %s', (source, known, unknown) => {
    const style = styleOf(source);
    expect(style).toMatchObject(known);
    for (const property of Object.keys(unknown)) expect(style).not.toHaveProperty(property);
  });

  it('hangs on a class that a template tag names', () => {
    const style = styleOf(inMjml('', '<mj-text mj-class="{{ kind }}" color="#ffffff">a</mj-text>'), 'mjml');
    expect(style).toMatchObject({ color: '#ffffff', gaps: ['template-tag'] });
    expect(style.fontSize).toBeUndefined();
  });

  it('may stand in an included file', () => {
    const body = '<mj-text>a</mj-text><mj-text font-size="9px">b</mj-text>';
    const mail = parseForTest(inMjml('<mj-include path="head.mjml" />', body), 'mjml');
    expect(mail.children.map(({ style }) => [style.fontSize, style.gaps])).toEqual([
      [undefined, ['other-file']],
      [9, ['other-file']],
    ]);
  });

  it('is known again where something opaque is painted over a picture', () => {
    const body = '<div style="background:url(a.png)"><p style="background:#fff">a</p></div>';
    expect(styleOf(inPage('', body)).contrast).toBe(21);
  });

  it('is not asked of style sheets that are too large', () => {
    const sheet = '.x { color: red } '.repeat(40_000);
    expect(styleOf(inPage(`<style>${sheet}</style>`, '<p>a</p>')).gaps).toEqual(['too-complex']);
  });
});

describe('the work of the cascade', () => {
  it('is bounded where thousands of selectors meet thousands of elements', () => {
    const sheet = Array.from({ length: 5_000 }, (_, at) => `div p:nth-child(${at}) span { color: red }`).join(' ');
    const source = inPage(`<style>${sheet}</style>`, '<p><span>a</span></p>'.repeat(5_000));
    expect(parseForTest(source, 'html').children.at(-1)?.style.gaps).toEqual(['too-complex']);
  });

  it('reads tables that nest without end', () => {
    const source = inPage('<style>table table td { color: #111 }</style>', '<table><tr><td>a'.repeat(10_000));
    expect(parseForTest(source, 'html').children).toHaveLength(10_000);
  });
});
