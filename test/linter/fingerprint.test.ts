import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/linter/fingerprint.js';

describe('fingerprint', () => {
  it('is the same on every machine and for ever, or exceptions would end', () => {
    expect(fingerprint('shouting', 'Act NOW!', 1)).toBe('0d97146d1d6fa3bd');
  });

  it('knows no capitals, punctuation or white space', () => {
    expect(fingerprint('shouting', '  Act\n– NOW!', 1)).toBe(fingerprint('shouting', 'act now', 1));
  });

  it('changes with a word, the rule and the occurrence', () => {
    const one = fingerprint('shouting', 'act now', 1);
    for (const other of [
      fingerprint('shouting', 'act then', 1),
      fingerprint('shouting', 'now act', 1),
      fingerprint('guilt-tripping', 'act now', 1),
      fingerprint('shouting', 'act now', 2),
    ]) {
      expect(other).not.toBe(one);
    }
  });

  it('is 16 signs for any text, of signs alone as well', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, occurrence) => {
        expect(fingerprint('shouting', text, occurrence)).toMatch(/^[0-9a-f]{16}$/u);
      }),
    );
    expect(fingerprint('shouting', '!!!', 1)).not.toBe(fingerprint('shouting', '???', 1));
  });
});
