import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { markdownCode, markdownText } from '../../../src/reporters/shared/markdownText.js';
import { oneLine } from '../../../src/reporters/shared/printable.js';

const parser = unified().use(remarkParse).use(remarkGfm);

function read(markdown: string): { readonly types: readonly string[]; readonly text: string } {
  const types: string[] = [];
  let text = '';
  visit(parser.parse(markdown), (node) => {
    types.push(node.type);
    if ('value' in node) text += node.value;
  });
  return { types, text: text.replaceAll('\u2060', '') };
}

const hostile = fc.string({ unit: fc.constantFrom(...'\\`*_{}[]<>()#+!|~$&^=-:.@/ \n1aw') });

describe('markdownText', () => {
  it.each([
    ['*Act* @now', '\\*Act\\* @\u2060now'],
    ['# 12', '\\#\u2060 12'],
    ['1. first', '1\\. first'],
    ['- item', '\\- item'],
    ['<b>&amp;</b>', '\\<b\\>\\&amp;\\</b\\>'],
    ['Bis Freitag, 31. Mai!', 'Bis Freitag, 31. Mai!'],
  ])('writes %j', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  it('shows any text as it is', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        fc.pre(oneLine(text) !== '');
        const { types, text: shown } = read(markdownText(text));
        expect(types.filter((type) => !['root', 'paragraph', 'text'].includes(type))).toEqual([]);
        expect(shown).toBe(oneLine(text).replaceAll('\u2060', ''));
      }),
      { numRuns: 300 },
    );
  });
});

describe('markdownCode', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '`` a`b ``'],
    ['``', '``` `` ```'],
    ['', ''],
  ])('writes %j', (text, markdown) => {
    expect(markdownCode(text)).toBe(markdown);
  });

  it('shows any text as it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(oneLine(text) !== '');
        expect(read(`x ${markdownCode(text)} x`)).toEqual({
          types: ['root', 'paragraph', 'text', 'inlineCode', 'text'],
          text: `x ${oneLine(text)} x`,
        });
      }),
    );
  });
});
