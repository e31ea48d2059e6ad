import { describe, expect, it } from 'vitest';
import { readPassages } from '../../src/evaluation/readPassages.js';

const known = new Set(['coercive-deadline', 'false-urgency']);
const read = (source: string) => readPassages(source, 'passages.yml', known);
const good = '- id: a\n  mail: consent\n  text: Agree!\n  expect: [false-urgency]\n  says: []\n';

describe('readPassages', () => {
  it('reads passages with their lines', () => {
    const source = `# a comment\n${good}- id: b\n  mail: [consent, marketing]\n  text: "Subject: Hi"\n  expect: []\n  tolerate: [coercive-deadline]\n  says: [trust, opt-out]\n`;
    expect(read(source)).toEqual({
      passages: [
        { id: 'a', types: ['consent'], text: 'Agree!', expect: ['false-urgency'], tolerate: [], says: [], line: 2 },
        {
          id: 'b',
          types: ['consent', 'marketing'],
          text: 'Subject: Hi',
          expect: [],
          tolerate: ['coercive-deadline'],
          says: ['trust', 'opt-out'],
          line: 7,
        },
      ],
      problems: [],
    });
  });

  it('takes an empty file as no passages', () => {
    expect(read('# nothing yet\n')).toEqual({ passages: [], problems: [] });
  });

  it.each([
    ['without text', '- id: b\n  mail: consent\n  expect: []\n', 6, 'The text of a passage must be text.'],
    ['without id', '- mail: consent\n  text: a\n  expect: []\n', 6, 'The id of a passage must be text.'],
    ['without mail type', '- id: b\n  text: a\n  expect: []\n', 6, 'The mail type is missing'],
    ['of an unknown mail type', '- id: b\n  mail: consnt\n  text: a\n  expect: []\n', 7, 'Did you mean "consent"?'],
    ['without expectations', '- id: b\n  mail: consent\n  text: a\n', 6, 'The list "expect" is missing'],
    [
      'with a slip in a rule',
      '- id: b\n  mail: consent\n  text: a\n  expect: [false-urgenzy]\n',
      9,
      'Did you mean "false-urgency"?',
    ],
    [
      'with a slip in a statement',
      '- id: b\n  mail: consent\n  text: a\n  expect: []\n  says: [opt-outs]\n',
      10,
      'Did you mean "opt-out"?',
    ],
    ['that is no map', '- Agree!\n', 6, 'A passage must be a map'],
  ])('leaves out a passage %s, and keeps the others', (_, source, line, message) => {
    const { passages, problems } = read(good + source);
    expect(passages.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path: 'passages.yml', line });
    expect(problems[0]?.message).toContain(message);
  });

  it('reports an id that stands twice', () => {
    expect(read(good + good).problems).toEqual([
      { path: 'passages.yml', line: 6, message: 'The id "a" stands on line 1 already; give each passage its own.' },
    ]);
  });

  it('reports a file that is no list', () => {
    expect(read('id: a\n').problems[0]?.message).toContain('must be a list');
  });
});
