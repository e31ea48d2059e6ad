import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/evaluation/wilsonInterval.js';

describe('wilsonInterval', () => {
  it('gives the published values', () => {
    const eightOfTen = wilsonInterval(8, 10);
    expect(eightOfTen?.low).toBeCloseTo(0.4902, 4);
    expect(eightOfTen?.high).toBeCloseTo(0.9433, 4);
    const noneOfTen = wilsonInterval(0, 10);
    expect(noneOfTen?.low).toBeCloseTo(0, 10);
    expect(noneOfTen?.high).toBeCloseTo(0.2775, 4);
  });

  it('has nothing to say without trials', () => {
    expect(wilsonInterval(0, 0)).toBeUndefined();
  });

  it('always holds the share itself, inside of 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (successes, failures) => {
        fc.pre(successes + failures > 0);
        const interval = wilsonInterval(successes, successes + failures);
        const share = successes / (successes + failures);
        expect(interval?.low).toBeGreaterThanOrEqual(0);
        expect(interval?.high).toBeLessThanOrEqual(1);
        expect(interval?.low).toBeLessThanOrEqual(share + 1e-9);
        expect(interval?.high).toBeGreaterThanOrEqual(share - 1e-9);
      }),
    );
  });
});
