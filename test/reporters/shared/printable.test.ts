import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, printable, printableLines } from '../../../src/reporters/shared/printable.js';

describe('printable', () => {
  it('shows control characters as pictures', () => {
    expect(printable('a\u001b[2J\u007f\u009b\n\u202e')).toBe('a␛[2J␡�␊�');
  });

  it('keeps what people write', () => {
    expect(printable('Grüße, 日本 👩‍👧 “so”')).toBe('Grüße, 日本 👩‍👧 “so”');
  });

  it('keeps the length and leaves nothing that acts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).toHaveLength(text.length);
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('oneLine', () => {
  it('folds white space', () => {
    expect(oneLine(' Act\r\n\t now\u001b ')).toBe('Act now␛');
  });
});

describe('printableLines', () => {
  it('keeps line breaks', () => {
    expect(printableLines('a\r\nb\n\u001bc')).toBe('a\nb\n␛c');
  });
});
