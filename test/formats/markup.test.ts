import { describe, expect, it } from 'vitest';
import { outline, parseForTest } from './parseForTest.js';

function html(source: string): readonly string[] {
  return outline(parseForTest(source, 'html'));
}

function mjml(source: string): readonly string[] {
  return outline(parseForTest(source, 'mjml'));
}

describe('blocks of HTML', () => {
  it('are split by block elements, not by inline ones', () => {
    expect(html('<div>a <b>b</b> <i>c</i><p>d<td>e</td></div>f')).toEqual(
      ['a b c', 'd', 'e', 'f'].map((text) => `paragraph: ${text}`),
    );
  });

  it('keep single line breaks and are split by two', () => {
    expect(html('<p>a<br>b<br/>\n<br>c<br></p>')).toEqual(['paragraph: a\nb', 'paragraph: c']);
  });

  it('have roles', () => {
    expect(html('<h2>a</h2><ul><li>b<p>c</p></li></ul><button>d</button><input type="submit" value="e">')).toEqual([
      'heading: a',
      'list-item: b',
      'list-item: c',
      'button: d',
      'button: e',
    ]);
    expect(parseForTest('<h2>a</h2>', 'html').children[0]?.depth).toBe(2);
  });

  it.each([
    '<a class="btn-primary" href="x">Ja</a>',
    '<a role="button" href="x">Ja</a>',
    '<a href="x" style="background:#a00 url(i.png)">Ja</a>',
    '<td bgcolor="#aa0000"><a href="x">Ja</a></td>',
    '<td style="background-color: red"> <a href="x">Ja</a> </td>',
    '<!--[if mso]><v:roundrect href="x"><center>Ja</center></v:roundrect><![endif]-->',
  ])('are buttons: %s', (source) => {
    const [block] = parseForTest(`<p>Text</p><table><tr>${source}</tr></table>`, 'html').children.slice(1);
    expect(block).toMatchObject({ role: 'button', text: { value: 'Ja' }, links: [{ start: 0, end: 2, href: 'x' }] });
  });

  it.each([
    '<a href="x" style="background:none">Ja</a>',
    '<td bgcolor="#aa0000">Text <a href="x">Ja</a></td>',
    '<td><a href="x">Ja</a></td>',
  ])('are no buttons: %s', (source) => {
    expect(html(`<table><tr>${source}</tr></table>`)[0]).toMatch(/^paragraph: /);
  });

  it('are table cells in tables of data only', () => {
    const rows = '<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>';
    const roles = (source: string) => parseForTest(source, 'html').children.map((block) => block.role);
    expect(roles(`<table>${rows}</table>`)).toEqual(Array(4).fill('table-cell'));
    expect(roles('<table><tr><th>a</th><td>b</td></tr></table>')).toEqual(Array(2).fill('table-cell'));
    expect(roles(`<table role="presentation">${rows}</table>`)).toEqual(Array(4).fill('paragraph'));
    expect(roles(`<table><tr><td>x<table>${rows}</table></td></tr></table>`)).toEqual([
      'paragraph',
      ...Array(4).fill('table-cell'),
    ]);
  });

  it('name the elements around, outermost first', () => {
    const [block] = parseForTest('<footer><blockquote><p><b>a</b></p></blockquote></footer>', 'html').children;
    expect(block?.nesting).toEqual(['footer', 'blockquote', 'p']);
  });

  it('take their language from the nearest element that declares one', () => {
    const { children, metadata } = parseForTest('<body lang="de-AT"><p>a</p><p lang="en">b</p></body>', 'html');
    expect(children.map((block) => block.language)).toEqual(['de-at', 'en']);
    expect(metadata.language).toBeUndefined();
  });

  it('leave out style sheets, scripts and comments, but not CDATA', () => {
    expect(html('<style>a</style><script>b</script><!-- c --><p>d<![CDATA[e & <f>]]></p>')).toEqual([
      'paragraph: de & <f>',
    ]);
  });

  it('hold what only Outlook reads, and what only others do', () => {
    const source = '<!--[if mso]><p>a &uuml;</p><![endif]--><!--[if !mso]><!--><p>b</p><!--<![endif]-->';
    expect(html(source)).toEqual(['paragraph: a ü', 'paragraph: b']);
    const [block] = parseForTest(source, 'html').children;
    expect(block?.nesting).toContain('mso');
    expect(source.slice(block?.text.starts[2], block?.text.ends[2])).toBe('&uuml;');
  });

  it('come out of upper case, unclosed tags and fragments', () => {
    expect(html('<P>a<BR>b<P>c<TD>d')).toEqual(['paragraph: a\nb', 'paragraph: c', 'paragraph: d']);
    expect(parseForTest('<p>a', 'html').isPartial).toBe(true);
    expect(parseForTest('<HTML><p>a', 'html').isPartial).toBe(false);
  });
});

describe('text of HTML', () => {
  it('has character references decoded, spaces folded, invisible characters dropped', () => {
    expect(html('<p> Gr&uuml;&szlig;e&nbsp;&#8203; Kon&shy;to\u200b &amp;amp; 10&thinsp;&euro; &foo; </p>')).toEqual([
      'paragraph: Grüße Konto &amp; 10 € &foo;',
    ]);
  });

  it('keeps pictures of several characters together', () => {
    expect(html('<p>👨‍👩‍👧 ❤️‍🔥</p>')).toEqual(['paragraph: 👨‍👩‍👧 ❤️‍🔥']);
  });
});

describe('links of HTML', () => {
  it('know where they lead to and where that stands', () => {
    const source = '<p>Hier <a href="https://a.example/?x={{ id }}&amp;y=1">ab&uuml;</a>.</p>';
    const link = parseForTest(source, 'html').children[0]?.links[0];
    expect(link).toMatchObject({ start: 5, end: 8, href: 'https://a.example/?x={{ id }}&y=1' });
    expect(source.slice(link?.hrefRange.start, link?.hrefRange.end)).toBe('https://a.example/?x={{ id }}&amp;y=1');
    expect(source.slice(link?.range.start, link?.range.end)).toMatch(/^<a .*<\/a>$/);
  });

  it.each(['<a href=x>a</a>', "<a href='x'>a</a>", '<a title="t" HREF = "x" class=c>a</a>'])('read %s', (source) => {
    const link = parseForTest(source, 'html').children.find((block) => block.role === 'paragraph')?.links[0];
    expect(source.slice(link?.hrefRange.start, link?.hrefRange.end)).toBe('x');
  });

  it('stay where they lead nowhere', () => {
    const source = '<a href="">a</a><a href="#">b</a><a>c</a>';
    const links = parseForTest(source, 'html').children[0]?.links;
    expect(links?.map((link) => link.href)).toEqual(['', '#']);
    expect(source.slice(links?.[0]?.hrefRange.start, links?.[0]?.hrefRange.end)).toBe('<a href="">');
  });

  it('go on over two line breaks', () => {
    const { children } = parseForTest('<a href="x">a<br><br>b</a>', 'html');
    expect(children.map((block) => block.links.map((link) => [link.start, link.end]))).toEqual([[[0, 1]], [[0, 1]]]);
  });

  it('lie on the text of images, or on nothing', () => {
    const { children } = parseForTest('<a href="x"><img alt="Bild"></a><a href="y"><img></a>', 'html');
    expect(children.map((block) => [block.role, block.text.value, block.links.map((link) => link.href)])).toEqual([
      ['image-text', 'Bild', ['x']],
      ['image-text', '', ['y']],
    ]);
  });

  it('are made of the elements of Campaign Monitor', () => {
    expect(parseForTest('<p><unsubscribe>Abmelden</unsubscribe></p>', 'html').children[0]?.links).toMatchObject([
      { href: '<unsubscribe>', start: 0, end: 8 },
    ]);
  });
});

describe('hidden text', () => {
  it.each([
    'display:none',
    'max-height:0',
    'max-height: 0px',
    'opacity:0',
    'visibility:hidden',
    'font-size:1px',
    'font-size:0',
  ])('is the preheader at the top, hidden further down: %s', (style) => {
    const hidden = `<div style="${style}">a</div>`;
    const mail = parseForTest(`<body>${hidden}<p>b</p>${hidden}</body>`, 'html');
    expect(outline(mail)).toEqual(['preheader: a', 'paragraph: b', 'hidden: a']);
    expect(mail.metadata.preheader?.value).toBe('a');
  });

  it('is not what says its own size', () => {
    expect(html('<td style="font-size:0"><p style="font-size:16px">a</p></td>')).toEqual(['paragraph: a']);
  });
});

describe('blocks of MJML', () => {
  it('are read from components and their attributes', () => {
    expect(
      mjml(
        '<mjml><mj-head><mj-title>t</mj-title><mj-preview>p &amp; q</mj-preview></mj-head><mj-body>' +
          '<mj-text>a<br/><br/>b</mj-text><mj-image alt="c" title="c"/><mj-button href="x">d</mj-button>' +
          '<mj-navbar><mj-navbar-link href="y">e</mj-navbar-link></mj-navbar><mj-table><tr><td>f</td></tr></mj-table>' +
          '<mj-accordion icon-wrapped-alt="g"><mj-accordion-title>h</mj-accordion-title></mj-accordion></mj-body></mjml>',
      ),
    ).toEqual([
      'preheader: p & q',
      'title: t',
      'paragraph: a',
      'paragraph: b',
      'image-text: c',
      'button: d',
      'paragraph: e',
      'table-cell: f',
      'image-text: g',
      'paragraph: h',
    ]);
  });

  it('take defaults from mj-attributes: own, class, component, all', () => {
    const head =
      '<mj-attributes><mj-all color="#111111"/><mj-text font-size="14px" color="#222222"/>' +
      '<mj-class name="small" font-size="9px"/><mj-button href="https://a.example"/></mj-attributes>';
    const { children } = parseForTest(
      `${head}<mj-text>a</mj-text><mj-text mj-class="x small">b</mj-text><mj-text color="#333333">c</mj-text>` +
        '<mj-button>d</mj-button>',
      'mjml',
    );
    expect(children.map(({ style }) => [style.fontSize, style.color])).toEqual([
      [14, '#222222'],
      [9, '#222222'],
      [14, '#333333'],
      [undefined, '#111111'],
    ]);
    expect(children[3]?.links[0]?.href).toBe('https://a.example');
  });

  it('know partials', () => {
    expect(parseForTest('<mj-section><mj-text>a', 'mjml').isPartial).toBe(true);
    expect(parseForTest('<mjml><mj-text>a', 'mjml').isPartial).toBe(false);
    expect(parseForTest('<mjml><mj-text>a</mj-text><mj-include path="./b.mjml" /></mjml>', 'mjml').isPartial).toBe(
      true,
    );
  });
});
