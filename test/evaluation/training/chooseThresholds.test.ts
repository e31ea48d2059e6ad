import { describe, expect, it } from 'vitest';
import { chooseThresholds, type Judged } from '../../../src/evaluation/training/chooseThresholds.js';

function judged(score: number, isPositive: boolean, hasFrame = false): Judged {
  return { score, isPositive, hasFrame };
}

describe('chooseThresholds', () => {
  it('asks for a score above what is wrong', () => {
    const passages = [judged(0.9, true), judged(0.6, true), judged(0.5, false), judged(0.1, false)];
    const { alone } = chooseThresholds(passages, 0.95);
    expect(alone).toBeGreaterThan(0.5);
    expect(alone).toBeLessThanOrEqual(0.6);
  });

  it('lets a complete frame count from a lower score on', () => {
    const passages = [judged(0.9, true), judged(0.1, true, true), judged(0.2, false), judged(-0.08, false, true)];
    const { alone, frame } = chooseThresholds(passages, 0.95);
    expect(alone).toBeGreaterThan(0.2);
    expect(frame).toBeGreaterThan(-0.08);
    expect(frame).toBeLessThanOrEqual(0.1);
  });

  it('is sure from where one in fifty is wrong, and never below 0.3', () => {
    const right = Array.from({ length: 100 }, (_, index) => judged(0.5 + index / 250, true));
    expect(chooseThresholds([...right, judged(0.45, false)], undefined).sure).toBeGreaterThanOrEqual(0.3);
    expect(chooseThresholds([judged(0, true)], undefined).sure).toBe(0.3);
  });
});
