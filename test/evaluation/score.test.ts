import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/evaluation/Outcome.js';
import { score } from '../../src/evaluation/score.js';

function outcomes(found: number, missed: number, falseAlarms: number): readonly Outcome[] {
  const verdicts: Outcome['verdict'][] = [
    ...Array<'found'>(found).fill('found'),
    ...Array<'missed'>(missed).fill('missed'),
    ...Array<'false-alarm'>(falseAlarms).fill('false-alarm'),
  ];
  return verdicts.map((verdict) => ({
    about: 'rule',
    name: 'shouting',
    verdict,
    path: 'a.md',
    language: 'en',
    line: 1,
    column: 1,
    passage: undefined,
    text: undefined,
  }));
}

describe('score', () => {
  it('counts, and works out precision, recall and F1', () => {
    const result = score(outcomes(6, 2, 4));
    expect(result).toMatchObject({ expected: 8, found: 6, missed: 2, falseAlarms: 4, precision: 0.6, recall: 0.75 });
    expect(result.f1).toBeCloseTo((2 * 0.6 * 0.75) / (0.6 + 0.75), 12);
    expect(result.precisionInterval?.low).toBeCloseTo(0.3127, 4);
    expect(result.recallInterval?.high).toBeCloseTo(0.9285, 4);
  });

  it('leaves out a figure that has no denominator', () => {
    expect(score([])).toMatchObject({ expected: 0, precision: undefined, recall: undefined, f1: undefined });
    expect(score(outcomes(0, 2, 0))).toMatchObject({ precision: undefined, recall: 0, f1: 0 });
    expect(score(outcomes(0, 0, 3))).toMatchObject({ precision: 0, recall: undefined, f1: 0 });
  });
});
