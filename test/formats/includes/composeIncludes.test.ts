import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeIncludes } from '../../../src/formats/includes/composeIncludes.js';
import { locate, locateInMail } from '../../../src/mail/Composition.js';
import { sourceRangeOf } from '../../../src/mail/MappedText.js';
import { outline, parseForTest, templateTags } from '../parseForTest.js';
import { compose, composedText, resolverOf } from './composeForTest.js';

describe('composeIncludes', () => {
  it.each([
    ['MJML', '<mj-body><mj-include path="a" /></mj-body>', '<mj-body>A</mj-body>'],
    ['MJML with an end tag', '<mj-body><mj-include path="a"></mj-include></mj-body>', '<mj-body>A</mj-body>'],
    ['HTML', '<mj-include type="html" path="a"/>', '<mj-raw>A</mj-raw>'],
    ['a style sheet', '<mj-include type="css" path="a"/>', '<mj-style>A</mj-style>'],
    ['inlined', '<mj-include type="css" css-inline="inline" path="a"/>', '<mj-style inline="inline">A</mj-style>'],
    ['two', '<mj-include path="a"/>, <mj-include path="b"/>', 'A, B'],
    ['one in another', '<mj-include path="nested"/>', '[A]'],
  ])('puts in place of the tag what MJML does: %s', (_what, text, expected) => {
    expect(composedText(text, { a: 'A', b: 'B', nested: '[<mj-include path="a" />]' })).toBe(expected);
  });

  it.each([
    ['a comment', '<!-- <mj-include path="a" /> -->'],
    ['a text', '<mj-text><mj-include path="a" /></mj-text>'],
    ['a path that is filled in', '<mj-include path="{{ part }}" />'],
    ['no path', '<mj-include />'],
    ['a style sheet', '<mj-style>/* <mj-include path="a" /> */</mj-style>'],
  ])('leaves alone what MJML leaves alone: %s', (_what, text) => {
    expect(compose(text, { a: 'A' })).toBeUndefined();
  });

  it.each([
    ['Handlebars', 'x {{> a}} y'],
    ['Handlebars with quotes, parameters and trim marks', 'x {{~> "a" name=other ~}} y'],
    ['Liquid', "x {% include 'a' %} y"],
    ['Liquid with parameters', 'x {%- render "a", name: other -%} y'],
    ['Twig', 'x {{ include("a") }} y'],
    ['Go', 'x {{ template "a" . }} y'],
  ])('reads a partial of %s', (_what, text) => {
    expect(composedText(text, { a: 'A' }, 'html')).toBe('x A y');
  });

  it.each([
    '{% include part %}',
    "{% include 'a' ~ name %}",
    '{{> (lookup . "a") }}',
    '{{ include_total }}',
    '{{ template }}',
    '<!-- {% include "a" %} -->',
    '{% comment %}{% include "a" %}{% endcomment %}',
    '{# {% include "a" %} #}',
  ])('takes no variable and no comment for one: %s', (text) => {
    expect(composedText(text, { a: 'A', part: 'A' }, 'html')).toBe(text);
  });

  it('reads a style sheet in a file of its own', () => {
    const text = '<style>b{} {% include "a" %}</style>';
    expect(composedText(text, { a: 'p { color: red }' }, 'html')).toBe('<style>b{} p { color: red }</style>');
  });

  it('drops the front matter and the byte order mark of what is included', () => {
    const part = '\uFEFF---\nsubject: x\n---\nA';
    expect(composedText('{{> a}}', { a: part }, 'markdown')).toBe('A');
  });

  it('puts the blocks of a mail into its frame', () => {
    const base =
      '<html>{% block head %}1{% endblock %}, {% block body %}2{% endblock body %}{% block end %}3{% endblock %}</html>';
    const mail = '---\ntype: marketing\n---\n{% extends "base" %} lost {% block body %}new {{ super() }}{% endblock %}';
    const { text } = compose(mail, { base }, 'html')?.composition ?? { text: '' };
    expect(text).toBe(
      '---\ntype: marketing\n---\n<html>{% block head %}1{% endblock %}, new 2{% block end %}3{% endblock %}</html>',
    );
  });

  it('goes through frames of frames', () => {
    const files = {
      base: 'a {% block x %}0{% endblock %} z',
      middle: '{% extends "base" %}{% block x %}1 {{ parent() }}{% endblock %}',
    };
    const mail = '{% extends "middle" %}{% block x %}2 {{ parent() }}{% endblock %}';
    expect(composedText(mail, files, 'html')).toBe('a 2 1 0 z');
  });

  it('ends where a block holds one of its own name', () => {
    const mail = '{% extends "base" %}{% block x %}1{% block x %}2{% endblock %}{% endblock %}';
    expect(composedText(mail, { base: '{% block x %}{% endblock %}' }, 'html')).toContain('1');
  });

  it('says of a missing file where it was asked for, and of a name that an engine looks up nothing', () => {
    const { problems, isIncomplete, composition } = compose('<p/> <mj-include path="./b" />{{> b}}{{> ./c}}') ?? {};
    expect(isIncomplete).toBe(true);
    expect(problems?.map(({ range }) => composition?.text.slice(range.start, range.end))).toEqual([
      '<mj-include path="./b" />',
      '{{> ./c}}',
    ]);
    expect(problems?.[0]?.message).toContain('“./b”');
  });

  it('leaves out what may be missing', () => {
    expect(compose("{% include './a' ignore missing %}", {}, 'html')?.problems).toEqual([]);
  });

  it('tells of circles in the file that closes them', () => {
    const files = { a: '<mj-include path="b"/>', b: '<mj-include path="a"/>' };
    const { problems = [], composition } = compose('<mj-include path="a"/>', files) ?? {};
    expect(problems).toHaveLength(1);
    const place = composition && locate(composition, problems[0]?.range ?? { start: 0, end: 0 });
    expect(composition?.inclusions[place?.inclusion ?? 0]?.path).toBe('b');
  });

  it('stops where files double each other, and says so once', () => {
    const files = Object.fromEntries(
      Array.from({ length: 16 }, (_, n) => [`p${n}`, `<mj-include path="p${n + 1}"/><mj-include path="p${n + 1}"/>`]),
    );
    const { problems = [], composition } = compose('<mj-include path="p0"/>', { ...files, p16: 'x' }) ?? {};
    expect(composition?.inclusions.length).toBeLessThanOrEqual(501);
    expect(problems.filter(({ message }) => message.includes('500 files'))).toHaveLength(1);
  });

  it('stops at a length', () => {
    const text = '{{> a}}'.repeat(10);
    const { problems = [], composition } = compose(text, { a: 'x'.repeat(900_000) }, 'html') ?? {};
    expect(problems).toHaveLength(1);
    expect(composition?.text.length).toBeLessThan(4_000_000);
  });

  it('counts the branches around a tag for what it includes', () => {
    const mail = '<html><body>{% if member %}{% include "a" %}{% endif %}<p>End</p></body></html>';
    const includes = { path: 'mail', resolve: resolverOf({ a: '<p>Part</p>' }) };
    const { children } = parseForTest(mail, 'html', { includes });
    expect(children.map(({ text, branches }) => [text.value, branches.length])).toEqual([
      ['Part', 1],
      ['End', 0],
    ]);
  });

  it('knows sizes from a style sheet that is included', () => {
    const mail =
      '<mjml><mj-head><mj-include type="css" path="a"/></mj-head><mj-body><mj-raw><p>x</p></mj-raw></mj-body></mjml>';
    const includes = { path: 'mail', resolve: resolverOf({ a: 'p { font-size: 31px }' }) };
    const mail1 = parseForTest(mail, 'mjml', { includes });
    expect(mail1.children[0]?.style.fontSize).toBe(31);
    expect(mail1.isPartial).toBe(false);
    expect(outline(mail1)).toEqual(['paragraph: x']);
  });

  it('takes a mail with an unknown part for one that is not whole', () => {
    const includes = { path: 'mail', resolve: resolverOf({}) };
    expect(parseForTest('<html><body>{{> a}}</body></html>', 'html', { includes }).isPartial).toBe(true);
  });

  it.each([
    ['{% block a %}', 100_000, 0],
    ['{% extends "b" %}', 50_000, 0],
    ['{{> a}}', 50_000, 1],
    ['<mj-include path="x">', 10_000, 1],
    ['<mj-include path="x"', 10_000, 0],
    ['{% include "', 50_000, 0],
    ['<style>{% include "a" %}', 20_000, 1],
    ['<!-- {{> a}}', 50_000, 0],
  ])('takes time that grows with the text alone: %s', (tag, times, problems) => {
    const b = '{% block a %}{% endblock %}'.repeat(20_000);
    const composed = compose(`{{> a}}${tag.repeat(times)}`, { a: 'A', b, x: 'X' });
    expect(composed?.problems).toHaveLength(problems);
  });
});

describe('places in files that are included', () => {
  const words = fc.stringMatching(/^[a-zäöü ]{1,20}$/);

  it('cut out the words that the reader sees', () => {
    const part = fc.record({ before: words, after: words, named: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), words, (parts, end) => {
        const files: Record<string, string> = { p0: `<p>zero ${end}</p>`, p1: '<p>one &amp; {{> p0}}</p>', p2: '' };
        const tags = ['{{> p0}}', "{% include 'p1' %}", '{{~> "p2" ~}}'];
        const mail = parts.map(({ before, after, named }) => `<p>${before}${tags[named]}${after}</p>`).join('');
        const includes = { path: 'mail', resolve: resolverOf(files) };
        const { children, composition } = parseForTest(mail, 'html', { includes });
        for (const { text } of children) {
          for (let at = 0; at < text.value.length; at++) {
            if (composition === undefined) throw new Error('Nothing was included');
            const { inclusion, range } = locate(composition, sourceRangeOf(text, at, at + 1));
            const source = composition.inclusions[inclusion]?.source ?? '';
            const cut = source.slice(range.start, range.end);
            const unit = text.value[at];
            if (unit !== ' ' && unit !== '&') expect(cut).toBe(unit);
          }
        }
      }),
    );
  });

  it('reach over files at the tags that include them', () => {
    const mail = 'a {{> p}} b';
    const composed = composeIncludes(mail, {
      format: 'text',
      templateTags,
      path: 'mail',
      resolve: resolverOf({ p: 'one {{> q}} two', q: 'three' }),
    });
    const composition = composed?.composition ?? { text: '', pieces: [], inclusions: [] };
    const { text } = composition;
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const cut = (words: string) => {
      const { inclusion, range } = locate(composition, at(words));
      return composition.inclusions[inclusion]?.source.slice(range.start, range.end);
    };
    expect(text).toBe('a one three two b');
    expect(cut('three')).toBe('three');
    expect(cut('one three')).toBe('one {{> q}}');
    expect(cut('three two b')).toBe('{{> p}} b');
    expect(cut(text)).toBe(mail);
    expect(locateInMail(composition, at('three'))).toEqual({ start: 2, end: 9 });
    expect(locate(composition, { start: text.length, end: text.length }).range).toEqual({ start: 11, end: 11 });
  });
});
