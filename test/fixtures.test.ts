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
  'fixtures/en/meal-kit-agree-by-friday.eml opaque-data-use',
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

  it('report nothing else', () => {
    expect(result.falseAlarms.map(described)).toEqual([]);
  });

  it('show every rule at work, in both languages', () => {
    for (const { language, rules } of result.open.languages) {
      const shown = rules.filter(({ expected }) => expected > 0).map(({ name }) => name);
      expect(shown, language).toEqual(expect.arrayContaining(rulebook.rules.map(({ id }) => id)));
    }
  });
});
