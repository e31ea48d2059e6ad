import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from '../../src/checks/contrastRatio.js';

describe('contrastRatio', () => {
  it.each([
    ['#000', '#fff', 21],
    ['white', 'white', 1],
    ['#777777', '#FFFFFF', 4.47],
    ['rgb(187, 187, 187)', 'white', 1.91],
    ['hsl(0, 100%, 50%)', 'black', 5.25],
  ])('%s on %s is %d', (color, background, ratio) => {
    expect(contrastRatio(color, background)).toBeCloseTo(ratio, 1);
  });

  it('knows nothing of what is no colour', () => {
    expect(contrastRatio('{{ brand }}', 'white')).toBeUndefined();
    expect(contrastRatio('black', 'inherit')).toBeUndefined();
    expect(contrastRatio(undefined, 'white')).toBeUndefined();
    expect(contrastRatio('black', undefined)).toBeUndefined();
  });

  it('is the same both ways, from 1 to 21, and bears any text', () => {
    const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(fc.oneof(color, fc.string()), fc.oneof(color, fc.string()), (front, back) => {
        const ratio = contrastRatio(front, back);
        expect(contrastRatio(back, front)).toBe(ratio);
        if (ratio === undefined) return;
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21);
      }),
    );
  });
});
