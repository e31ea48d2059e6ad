import { describe, expect, it } from 'vitest';
import { signalsIn, tinyLanguage } from './tinyLanguage.js';

describe('TokenKeys', () => {
  it('finds nothing in names that every object has', () => {
    const language = tinyLanguage({ any: ['constructor'], other: ['x'] });
    expect(signalsIn('constructor __proto__ toString valueOf hasOwnProperty', language)).toEqual(['any “constructor”']);
    const none = tinyLanguage({ other: ['x'] });
    expect(signalsIn('constructor __proto__ toString valueOf hasOwnProperty', none)).toEqual([]);
  });
});
