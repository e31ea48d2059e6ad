import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTestedLinter } from '../src/evaluation/createTestedLinter.js';
import { evaluate } from '../src/evaluation/evaluate.js';
import type { Outcome } from '../src/evaluation/Outcome.js';
import { rulebook } from './rulebook.js';

const cwd = resolve(import.meta.dirname, '..');

function described({ path, line, name, text }: Outcome): string {
  return `${path}${line === undefined ? '' : `:${line}`} ${name}${text === undefined ? '' : ` “${text}”`}`;
}

/** What is missed so far; a fixture that is found again is taken off the list. */
const knownMisses: readonly string[] = [
  'fixtures/de/sprachschule-hoerproben-freigabe.md:16 opaque-data-use “Künftig sollen auch Partner etwas davon haben”',
  'fixtures/en/job-board-recruiter-mails-cutoff.html:39 bundled-consent “Candidates without a yes on 30 September: their applications are withdrawn from every employer”',
  'fixtures/en/meal-kit-agree-by-friday.eml:17 bundled-consent “You must agree to both”',
  'fixtures/en/meal-kit-agree-by-friday.eml opaque-data-use',
];

/** What is wrongly reported so far. */
const knownFalseAlarms: readonly string[] = [
  'fixtures/en/neighbour-app-lift-share.txt:35 silent-consent “No reply is recorded as no consent.”',
];

describe('fixtures/', async () => {
  const result = await evaluate(['fixtures'], { cwd }, createTestedLinter(rulebook, cwd));

  it('can all be linted', () => {
    expect(result.problems).toEqual([]);
    expect(result.unsupported).toEqual([]);
    expect(result.mails).toBeGreaterThanOrEqual(48);
  });

  it('report everything that their labels expect, but for what is known to be missed', () => {
    expect(result.misses.map(described)).toEqual(knownMisses);
  });

  it('report nothing else, but for what is known to be wrong', () => {
    expect(result.falseAlarms.map(described)).toEqual(knownFalseAlarms);
  });

  it('show every rule at work, in both languages', () => {
    for (const { language, rules } of result.open.languages) {
      const shown = rules.filter(({ expected }) => expected > 0).map(({ name }) => name);
      expect(shown, language).toEqual(expect.arrayContaining(rulebook.rules.map(({ id }) => id)));
    }
  });
});
