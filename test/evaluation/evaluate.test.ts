import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluation/evaluate.js';
import { withFolder } from './withFolder.js';
import { wordLinter } from './wordLinter.js';

function evaluateFiles(files: Readonly<Record<string, string>>, rules?: readonly string[]) {
  return withFolder(files, (cwd) =>
    evaluate(['.'], { cwd, ...(rules === undefined ? {} : { rules }) }, wordLinter(cwd)),
  );
}

/** In the open mails and passages below, by hand: */
const handCounted = {
  // a.md: both quotes found by one label each; the third HURRY is a false alarm, the fourth is tolerated.
  'mails-en/a.md': 'HURRY up, HURRY on.\n\nOBEY us.\nHURRY now. HURRY then.\n',
  'mails-en/a.expect.yml': [
    'type: [consent]',
    'expect:',
    '  - { rule: false-urgency, quote: "HURRY up" }',
    '  - { rule: false-urgency, quote: "on. OBEY" }', // no HURRY in it: missed
    '  - { rule: coercive-deadline, quote: "OBEY us" }', // found
    '  - rule: missing-opt-out', // missed
    'tolerate:',
    '  - { rule: false-urgency, quote: "HURRY then" }',
  ].join('\n'),
  // b.md: a rule about the whole mail, found twice, counts once; nothing else is expected, so OBEY is a false alarm.
  'mails-de/b.md': 'NOEXIT NOEXIT\n\nOBEY\n',
  'mails-de/b.expect.yml': 'expect:\n  - rule: missing-opt-out\n',
  'mails-de/c.md': 'Alles gut.\n',
  'mails-de/c.expect.yml': 'language: de\nexpect: []\n',
  'passages-en-oak.yml': [
    '- { id: en-1, mail: consent, text: "HURRY, HURRY!", expect: [false-urgency], says: [] }', // found, once
    '- { id: en-2, mail: consent, text: "OBEY. OBEY. THANKS", expect: [], says: [trust, opt-out] }', // one false alarm; trust found, opt-out missed
    '- { id: en-3, mail: consent, text: "Go.", expect: [coercive-deadline, missing-opt-out], says: [] }', // missed; no rule about words
    '- { id: en-4, mail: consent, text: "NOEXIT LEAVE", expect: [], tolerate: [], says: [] }', // nothing; opt-out false alarm
    '- { id: en-5, mail: consent, text: "OBEY HURRY", expect: [false-urgency], tolerate: [coercive-deadline], says: [] }', // found, tolerated
    '- { id: en-6, mail: consent, text: "Hm.", expect: [silent-consent], says: [purpose] }', // nobody checks these
  ].join('\n'),
};

describe('evaluate', () => {
  it('counts as a person would', async () => {
    const { open, mails, passages, heldOut, problems } = await evaluateFiles(handCounted);
    expect(problems).toEqual([]);
    expect({ mails, passages, heldOut }).toEqual({ mails: 3, passages: 6, heldOut: undefined });
    expect(
      open.rules.map(({ name, expected, found, missed, falseAlarms }) => [name, expected, found, missed, falseAlarms]),
    ).toEqual([
      ['coercive-deadline', 2, 1, 1, 2],
      ['false-urgency', 4, 3, 1, 2],
      ['missing-opt-out', 2, 1, 1, 0],
    ]);
    expect(open.overall).toMatchObject({ expected: 8, found: 5, missed: 3, falseAlarms: 4 });
    expect(open.overall.precision).toBeCloseTo(5 / 9, 12);
    expect(open.overall.recall).toBeCloseTo(5 / 8, 12);
    expect(open.overall.f1).toBeCloseTo(10 / 17, 12);
    expect(
      open.says.map(({ name, expected, found, missed, falseAlarms }) => [name, expected, found, missed, falseAlarms]),
    ).toEqual([
      ['opt-out', 1, 0, 1, 1],
      ['trust', 1, 1, 0, 0],
    ]);
  });

  it('counts the types that mails are taken for when nothing is declared', async () => {
    const { mailTypes } = await evaluateFiles({
      ...handCounted,
      'mails-de/d.md': '---\ntype: marketing\n---\nHURRY\n',
      'mails-de/d.expect.yml': 'type: marketing\nlanguage: de\nexpect: []\n',
    });
    // a.md is labelled as consent and taken for marketing; b.md and c.md have no type.
    expect(mailTypes?.overall).toMatchObject({ mails: 2, right: 1, accuracy: 0.5 });
    expect(mailTypes?.types).toMatchObject([
      { type: 'consent', right: 0 },
      { type: 'marketing', right: 1 },
    ]);
    expect((await evaluateFiles(handCounted, ['false-urgency'])).mailTypes).toBeUndefined();
  });

  it('counts each language by itself', async () => {
    const { open } = await evaluateFiles(handCounted);
    const counts = open.languages.map(({ language, overall, saysOverall }) => ({ language, overall, saysOverall }));
    expect(counts).toMatchObject([
      { language: 'de', overall: { expected: 1, found: 1, falseAlarms: 1 }, saysOverall: { expected: 0 } },
      { language: 'en', overall: { expected: 7, found: 4, falseAlarms: 3 }, saysOverall: { expected: 2 } },
    ]);
  });

  it('lists each miss and false alarm with its place', async () => {
    const { misses, falseAlarms } = await evaluateFiles(handCounted);
    const places = (outcomes: typeof misses) =>
      outcomes.map(({ path, line, column, passage, name }) => [path, line, column, passage, name]);
    expect(places(misses)).toEqual([
      ['mails-en/a.md', 1, 17, undefined, 'false-urgency'],
      ['mails-en/a.md', undefined, undefined, undefined, 'missing-opt-out'],
      ['passages-en-oak.yml', 2, undefined, 'en-2', 'opt-out'],
      ['passages-en-oak.yml', 3, undefined, 'en-3', 'coercive-deadline'],
    ]);
    expect(places(falseAlarms)).toEqual([
      ['mails-de/b.md', 3, 1, undefined, 'coercive-deadline'],
      ['mails-en/a.md', 1, 11, undefined, 'false-urgency'],
      ['mails-en/a.md', 4, 1, undefined, 'false-urgency'],
      ['passages-en-oak.yml', 2, undefined, 'en-2', 'coercive-deadline'],
      ['passages-en-oak.yml', 4, undefined, 'en-4', 'opt-out'],
    ]);
  });

  it('says how many labels nobody checks', async () => {
    const { unmeasured } = await evaluateFiles(handCounted);
    expect(unmeasured).toEqual([
      { about: 'rule', name: 'silent-consent', labels: 1 },
      { about: 'says', name: 'purpose', labels: 1 },
    ]);
  });

  it('measures only the rules that were asked for, also one that the linter does not have', async () => {
    const { open, unmeasured, problems } = await evaluateFiles(handCounted, ['coercive-deadline', 'silent-consent']);
    expect(problems).toEqual([]);
    expect(unmeasured).toEqual([]);
    expect(open.rules).toMatchObject([
      { name: 'coercive-deadline', expected: 2, found: 1, falseAlarms: 2 },
      { name: 'silent-consent', expected: 1, found: 0, falseAlarms: 0 },
    ]);
    expect(open.says).toEqual([]);
  });

  it('reports a rule asked for that nobody knows', async () => {
    const { problems } = await evaluateFiles(handCounted, ['false-urgenci']);
    expect(problems).toEqual([{ message: 'There is no rule named "false-urgenci". Did you mean "false-urgency"?' }]);
  });

  it('gives the lists one by one', async () => {
    const { files } = await evaluateFiles(handCounted);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      path: 'passages-en-oak.yml',
      language: 'en',
      size: 6,
      isHeldOut: false,
      overall: { expected: 3, found: 2, falseAlarms: 1 },
    });
  });

  it('reports a quote that does not stand in the mail, and decides nothing about its rule there', async () => {
    const { open, problems } = await evaluateFiles({
      'a.md': 'HURRY. OBEY.',
      'a.expect.yml':
        'expect:\n  - { rule: false-urgency, quote: "SLOWLY" }\n  - { rule: coercive-deadline, quote: OBEY }\n',
    });
    expect(problems).toMatchObject([{ path: 'a.expect.yml', line: 2, message: expect.stringContaining('"SLOWLY"') }]);
    expect(open.rules).toMatchObject([{ name: 'coercive-deadline', expected: 1, found: 1, falseAlarms: 0 }]);
  });

  it('measures the rest when labels are wrong', async () => {
    const { open, problems } = await evaluateFiles({
      'a.md': 'HURRY',
      'a.expect.yml': 'expect: [',
      'b.md': 'HURRY',
      'b.expect.yml': 'expect:\n  - rule: false-urgenci\n  - rule: false-urgency\n',
    });
    expect(problems.map(({ path, line }) => [path, line])).toEqual([
      ['a.expect.yml', 1],
      ['b.expect.yml', 2],
    ]);
    expect(open.overall).toMatchObject({ expected: 1, found: 1, falseAlarms: 0 });
  });

  it('reports a mail that the linter says nothing about', async () => {
    const files = { 'a.md': 'HURRY', 'a.expect.yml': 'expect: []' };
    const { problems, mails } = await withFolder(files, (cwd) =>
      evaluate(['.'], { cwd }, { ...wordLinter(cwd), lintMails: async () => ({ files: [], problems: [] }) }),
    );
    expect(mails).toBe(0);
    expect(problems).toMatchObject([{ path: 'a.md' }]);
  });

  it('hands each passage over with its mail type and the language of its list', async () => {
    const list = '- { id: a, mail: marketing, text: "Betreff: HURRY", expect: [false-urgency], says: [] }\n';
    const seen: unknown[] = [];
    await withFolder({ 'passages-de.yml': list }, (cwd) => {
      const linter = wordLinter(cwd);
      const lintPassage: typeof linter.lintPassage = (passage) => {
        seen.push(passage);
        return linter.lintPassage(passage);
      };
      return evaluate(['.'], { cwd }, { ...linter, lintPassage });
    });
    expect(seen).toEqual([{ path: 'passages-de.yml', types: ['marketing'], language: 'de', text: 'Betreff: HURRY' }]);
  });
});

describe('evaluate on held-out files', () => {
  const files = {
    'passages-en-a.yml': '- { id: a1, mail: consent, text: "HURRY", expect: [], says: [] }\n',
    'passages-en-b.yml':
      '- { id: b1, mail: consent, text: "HURRY secret", expect: [], says: [] }\n- { id: b2, mail: consent, text: "secret", expect: [false-urgency], says: [trust] }\n- { id: b3, mail: consent, text: "x", secret: "", expect: [], says: [] }\n',
    'c.md': 'HURRY secret',
    'c.expect.yml': 'expect:\n  - { rule: false-urgency, quote: "secret HURRY" }\n',
    'held-out.yml': 'files: [passages-en-b.yml, c.expect.yml]\n',
  };

  it('counts them apart and shows nothing of them', async () => {
    const result = await evaluateFiles(files);
    expect(result.open.overall).toMatchObject({ expected: 0, falseAlarms: 1 });
    expect(result.heldOut?.overall).toMatchObject({ expected: 1, found: 0, missed: 1, falseAlarms: 1 });
    expect(result.heldOut?.saysOverall).toMatchObject({ expected: 1, missed: 1 });
    expect(result.files.map(({ path, isHeldOut }) => [path, isHeldOut])).toEqual([
      ['passages-en-a.yml', false],
      ['passages-en-b.yml', true],
    ]);
    expect(result.problems.map(({ path, line }) => [path, line])).toEqual([
      ['c.expect.yml', 2],
      ['passages-en-b.yml', 3],
    ]);
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('shows nothing at all when the list of held-out files cannot be read', async () => {
    const result = await evaluateFiles({ ...files, 'held-out.yml': 'files: [' });
    expect(result.open.overall.falseAlarms).toBe(0);
    expect(result.heldOut?.overall.falseAlarms).toBe(2);
    expect(result.falseAlarms).toEqual([]);
    expect(result.problems.map(({ path }) => path)).toContain('held-out.yml');
  });
});
