import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { xmlElement, xmlText, xmlTextElement } from '../../../src/reporters/shared/xmlText.js';

describe('xmlText', () => {
  it.each([
    ['a < "b" & \'c\' > d', 'a &lt; &quot;b&quot; &amp; &apos;c&apos; &gt; d'],
    ['a\r\n\tb', 'a&#13;&#10;&#9;b'],
    ['\u0000\u001b\u009b', '␀␛&#155;'],
    ['\ufffe\ud800Grüße 🎁', '\ufffd\ufffdGrüße 🎁'],
    [']]>', ']]&gt;'],
    ['##teamcity[x]', '#&#35;teamcity[x]'],
  ])('writes %j', (text, xml) => {
    expect(xmlText(text)).toBe(xml);
  });

  it('can be read back, in attributes and in content', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'#]![CDATA \n\rüß🎁;x'.split('')) }), (text) => {
        fc.pre(!/\p{Surrogate}/u.test(text));
        const [element] = parseDocument(xmlTextElement('a', { b: text }, text), { xmlMode: true }).children;
        expect(element).toMatchObject({ name: 'a', attribs: { b: text } });
        expect(element).toMatchObject({ children: text === '' ? [] : [{ data: text }] });
      }),
    );
  });
});

describe('xmlElement', () => {
  it('indents its children', () => {
    expect(xmlElement('a', { b: 1 }, xmlElement('c', {}, ['<d/>']))).toEqual([
      '<a b="1">',
      '  <c>',
      '    <d/>',
      '  </c>',
      '</a>',
    ]);
  });
});
