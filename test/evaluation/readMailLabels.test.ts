import { describe, expect, it } from 'vitest';
import { readMailLabels } from '../../src/evaluation/readMailLabels.js';

const known = new Set(['coercive-deadline', 'missing-opt-out', 'false-urgency']);
const read = (source: string) => readMailLabels(source, 'a.expect.yml', known);

describe('readMailLabels', () => {
  it('reads types, language and entries with their lines', () => {
    const source = [
      'type: [consent, terms-update]',
      'language: de',
      'expect:',
      '  - rule: coercive-deadline',
      '    quote: "bis dahin"',
      '  - rule: missing-opt-out',
      'tolerate:',
      '  - rule: false-urgency',
      '    quote: heute',
    ].join('\n');
    expect(read(source)).toEqual({
      labels: {
        types: ['consent', 'terms-update'],
        language: 'de',
        expect: [
          { rule: 'coercive-deadline', quote: 'bis dahin', line: 5 },
          { rule: 'missing-opt-out', quote: undefined, line: 6 },
        ],
        tolerate: [{ rule: 'false-urgency', quote: 'heute', line: 9 }],
      },
      problems: [],
    });
  });

  it('takes a single type, a number as a quote, and rules that nobody has yet', () => {
    const { labels, problems } = read('type: consent\nexpect:\n  - rule: silent-consent\n    quote: 24\n');
    expect(problems).toEqual([]);
    expect(labels).toMatchObject({ types: ['consent'], expect: [{ rule: 'silent-consent', quote: '24' }] });
  });

  it.each([
    ['a slip in a rule', 'expect:\n  - rule: missing-opt-uot\n', 2, 'Did you mean "missing-opt-out"?'],
    ['a rule that is no text', 'expect:\n  - rule: [a]\n', 2, 'A rule must be text.'],
    ['an entry without rule', 'expect:\n  - quote: a\n', 2, 'A rule must be text.'],
    ['an empty quote', 'expect:\n  - rule: false-urgency\n    quote: ""\n', 3, 'A quote must be text.'],
    [
      'an entry that is no map',
      'expect:\n  - false-urgency\n',
      2,
      'An entry must be a map with the fields rule, quote.',
    ],
    [
      'an unknown field of an entry',
      'expect:\n  - rule: false-urgency\n    quot: a\n',
      3,
      'There is no field named "quot".',
    ],
    ['an unknown field', 'expect: []\ncomment: a\n', 2, 'Known are type, language, expect, tolerate.'],
    ['a slip in a field', 'expect: []\nlanguagee: de\n', 2, 'Did you mean "language"?'],
    ['an unknown type', 'type: [promo]\nexpect: []\n', 1, 'Known are marketing, consent, terms-update,'],
    ['a slip in a type', 'type:\n  - marketng\nexpect: []\n', 2, 'Did you mean "marketing"?'],
    ['no list of expectations', 'type: consent\n', 1, 'The list "expect" is missing'],
    ['a list instead of a map', '- rule: a\n', 1, 'A file of labels must be a map'],
    ['an empty file', '', 1, 'A file of labels must be a map'],
  ])('reports %s with its line', (_, source, line, message) => {
    const { problems } = read(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path: 'a.expect.yml', line });
    expect(problems[0]?.message).toContain(message);
  });

  it('keeps the other entries', () => {
    const { labels } = read('expect:\n  - rule: false-urgencyy\n  - rule: missing-opt-out\n');
    expect(labels?.expect.map(({ rule }) => rule)).toEqual(['missing-opt-out']);
  });

  it('reports text that is no YAML, without quoting it', () => {
    const { labels, problems } = read('expect: []\nquote: "secret\n');
    expect(labels).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/no YAML/);
    expect(JSON.stringify(problems)).not.toContain('secret');
  });
});
