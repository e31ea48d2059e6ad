import { describe, expect, it } from 'vitest';
import { type RunTestOptions, runTest } from '../../src/evaluation/runTest.js';
import { withFolder } from './withFolder.js';
import { wordLinter } from './wordLinter.js';

const files = {
  'a.md': 'HURRY up. OBEY\u001b[2J\n',
  'a.expect.yml': 'language: en\nexpect:\n  - { rule: false-urgency, quote: HURRY }\n  - rule: missing-opt-out\n',
  'b.eml': '',
  'b.expect.yml': 'expect: []\n',
  'passages-de.yml': `- { id: d1, mail: consent, text: "${'sehr '.repeat(30)}lang", expect: [false-urgency], says: [trust] }\n`,
};

function run(options: Partial<RunTestOptions>, more: Readonly<Record<string, string>> = {}) {
  return withFolder({ ...files, ...more }, (cwd) =>
    runTest(['.'], { cwd, format: 'stylish', color: false, ...options }, wordLinter(cwd)),
  );
}

describe('runTest', () => {
  it('prints tables, misses and false alarms', async () => {
    const { output, problems } = await run({});
    expect(problems).toEqual([]);
    expect(output).toBe(
      [
        'Measured on 1 mail and 1 passage in 1 list.',
        'Left out: 1 labelled mail in a format that cannot be linted (the first is b.eml).',
        '',
        'All languages',
        '                   expected  found  missed  false alarms    precision       recall     F1',
        'coercive-deadline         0      0       0             1  0.000 ±.397            –  0.000',
        'false-urgency             2      1       1             0  1.000 ±.397  0.500 ±.405  0.667',
        'missing-opt-out           1      0       1             0            –  0.000 ±.397  0.000',
        'all rules                 3      1       2             1  0.500 ±.405  0.333 ±.365  0.400',
        'says: trust               1      0       1             0            –  0.000 ±.397  0.000',
        'says: all                 1      0       1             0            –  0.000 ±.397  0.000',
        '',
        'Language: de',
        '               expected  found  missed  false alarms  precision       recall     F1',
        'false-urgency         1      0       1             0          –  0.000 ±.397  0.000',
        'all rules             1      0       1             0          –  0.000 ±.397  0.000',
        'says: trust           1      0       1             0          –  0.000 ±.397  0.000',
        'says: all             1      0       1             0          –  0.000 ±.397  0.000',
        '',
        'Language: en',
        '                   expected  found  missed  false alarms    precision       recall     F1',
        'coercive-deadline         0      0       0             1  0.000 ±.397            –  0.000',
        'false-urgency             1      1       0             0  1.000 ±.397  1.000 ±.397  1.000',
        'missing-opt-out           1      0       1             0            –  0.000 ±.397  0.000',
        'all rules                 2      1       1             1  0.500 ±.405  0.500 ±.405  0.500',
        '',
        'Misses (3)',
        '  a.md  missing-opt-out',
        `  passages-de.yml:1  d1  false-urgency  “${'sehr '.repeat(19)}sehr…”`,
        `  passages-de.yml:1  d1  says: trust  “${'sehr '.repeat(19)}sehr…”`,
        '',
        'False alarms (1)',
        '  a.md:1:11  coercive-deadline  “OBEY”',
        '',
      ].join('\n'),
    );
  });

  it('prints the same as data', async () => {
    const { output } = await run({ format: 'json' });
    const data: unknown = JSON.parse(output);
    expect(data).toMatchObject({
      mails: 1,
      passages: 1,
      unsupported: ['b.eml'],
      open: { overall: { expected: 3, found: 1, missed: 2, falseAlarms: 1, precision: 0.5, f1: 0.4 } },
      misses: [{ name: 'missing-opt-out', path: 'a.md' }, { passage: 'd1' }, { about: 'says', name: 'trust' }],
      falseAlarms: [{ name: 'coercive-deadline', line: 1, column: 11, text: 'OBEY' }],
      files: [{ path: 'passages-de.yml', overall: { expected: 1 } }],
    });
  });

  it('colours only when asked to', async () => {
    expect((await run({})).output).not.toContain('\u001b');
    expect((await run({ color: true })).output).toContain('\u001b[1mAll languages');
  });

  it('ends with 1 below the F1 that is asked for', async () => {
    expect((await run({})).exitCode).toBe(0);
    expect((await run({ minF1: 0.4 })).exitCode).toBe(0);
    expect((await run({ minF1: 0.41 })).exitCode).toBe(1);
  });

  it('asks the same F1 of held-out files', async () => {
    const heldOut = { 'held-out.yml': 'files: [passages-de.yml]' };
    expect((await run({}, heldOut)).output).toContain('Held out, all languages');
    expect((await run({ minF1: 0.4 }, heldOut)).exitCode).toBe(1);
  });

  it('ends with 2 when something is wrong, and still prints', async () => {
    const { exitCode, problems, output } = await run({ minF1: 0.9 }, { 'c.expect.yml': 'expect: []' });
    expect(exitCode).toBe(2);
    expect(problems).toHaveLength(1);
    expect(output).toContain('all rules');
  });

  it('reaches any F1 where there is nothing to find and nothing was reported', async () => {
    const clean = { 'a.md': 'Hello.', 'a.expect.yml': 'expect: []' };
    const result = await withFolder(clean, (cwd) =>
      runTest(['.'], { cwd, format: 'stylish', color: false, minF1: 1 }, wordLinter(cwd)),
    );
    expect(result).toMatchObject({ exitCode: 0, problems: [] });
  });
});
