import { describe, expect, it } from 'vitest';
import { closestName } from '../../src/evaluation/closestName.js';

const rules = ['missing-opt-out', 'missing-objection', 'false-urgency', 'false-scarcity', 'shouting'];

describe('closestName', () => {
  it('finds a name with one or two wrong letters', () => {
    expect(closestName('missing-opt-uot', rules)).toBe('missing-opt-out');
    expect(closestName('fals-urgency', rules)).toBe('false-urgency');
    expect(closestName('shoutin', rules)).toBe('shouting');
  });

  it('does not take another rule for a slip', () => {
    expect(closestName('hidden-opt-out', rules)).toBeUndefined();
    expect(closestName('silent-consent', rules)).toBeUndefined();
    expect(closestName('x2', ['x1'])).toBeUndefined();
  });

  it('takes the nearest of several', () => {
    expect(closestName('abcdefghijk1', ['abcdefghij22', 'abcdefghijkl'])).toBe('abcdefghijkl');
  });
});
