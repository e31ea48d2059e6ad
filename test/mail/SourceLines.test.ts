import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceLines } from '../../src/mail/SourceLines.js';

describe('SourceLines', () => {
  const lines = new SourceLines('a\r\nb\rc\n');

  it('counts lines after every kind of line break', () => {
    expect(lines.count).toBe(4);
    expect([1, 2, 3, 4].map((line) => lines.rangeOfLine(line))).toEqual([
      { start: 0, end: 1 },
      { start: 3, end: 4 },
      { start: 5, end: 6 },
      { start: 7, end: 7 },
    ]);
  });

  it('finds the place of an offset', () => {
    expect(lines.positionAt(0)).toEqual({ line: 1, column: 1 });
    expect(lines.positionAt(3)).toEqual({ line: 2, column: 1 });
    expect(lines.positionAt(7)).toEqual({ line: 4, column: 1 });
  });

  it('moves offsets outside of the text to its edge', () => {
    expect(lines.positionAt(-1)).toEqual({ line: 1, column: 1 });
    expect(lines.positionAt(99)).toEqual({ line: 4, column: 1 });
    expect(lines.rangeOfLine(9)).toEqual({ start: 7, end: 7 });
  });

  it('goes from every offset to a place and back', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\r', '\n', 'ü', '😀') });
    fc.assert(
      fc.property(texts, fc.nat(30), (text, wanted) => {
        const offset = Math.min(wanted, text.length);
        const { line, column } = new SourceLines(text).positionAt(offset);
        expect(new SourceLines(text).rangeOfLine(line).start + column - 1).toBe(offset);
      }),
    );
  });
});
