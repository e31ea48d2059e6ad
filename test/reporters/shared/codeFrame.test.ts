import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceLines } from '../../../src/mail/SourceLines.js';
import { codeFrame } from '../../../src/reporters/shared/codeFrame.js';
import { displayWidth } from '../../../src/reporters/shared/displayWidth.js';
import { rangeOf } from '../awkwardReport.js';

function drawn(source: string, words: string): string {
  return codeFrame(new SourceLines(source), rangeOf(source, words))
    .map((line) => (line === 'gap' ? '...' : `${line.number}|${line.text}\n |${line.marks}`))
    .join('\n');
}

function columnsOf(text: string): number {
  const graphemes = [...new Intl.Segmenter().segment(text)];
  return graphemes.reduce((sum, { segment }) => sum + displayWidth(segment), 0);
}

describe('codeFrame', () => {
  it('underlines a passage', () => {
    expect(drawn('Hello\nAct now!', 'now')).toBe('2|Act now!\n |    ^^^');
  });

  it('lines up after tabs, wide characters, emoji and combining marks', () => {
    expect(drawn('\ta\tnow', 'now')).toBe('1|    a   now\n |        ^^^');
    expect(drawn('日本now', 'now')).toBe('1|日本now\n |    ^^^');
    expect(drawn('👩‍👧❤️now', 'now')).toBe('1|👩‍👧❤️now\n |    ^^^');
    expect(drawn('u\u0308now', 'now')).toBe('1|u\u0308now\n | ^^^');
  });

  it('leaves out what terminals disagree on', () => {
    expect(drawn('Wer\u00adbung \u200bnow', 'now')).toBe('1|Werbung now\n |        ^^^');
  });

  it('underlines each line of a passage without its indentation', () => {
    expect(drawn('a b\r\n  c\r\nd', 'b\r\n  c\r\nd')).toBe('1|a b\n |  ^\n2|  c\n |  ^\n3|d\n |^');
  });

  it('leaves out the middle of a long passage', () => {
    expect(drawn('a\nb\nc\nd\ne', 'a\nb\nc\nd\ne')).toBe('1|a\n |^\n2|b\n |^\n...\n5|e\n |^');
  });

  it('does not show the line after a passage that ends in a line break', () => {
    expect(drawn('a\nb', 'a\n')).toBe('1|a\n |^');
  });

  it('cuts long lines around the passage', () => {
    const [line] = codeFrame(new SourceLines(`${'x'.repeat(5000)}now${'y'.repeat(5000)}`), { start: 5000, end: 5003 });
    expect(line).toEqual({ number: 1, text: `…${'x'.repeat(20)}now${'y'.repeat(77)}…`, marks: `${' '.repeat(21)}^^^` });
  });

  it('marks an empty range by one sign', () => {
    expect(codeFrame(new SourceLines('abc'), { start: 1, end: 1 })).toEqual([{ number: 1, text: 'abc', marks: ' ^' }]);
    expect(codeFrame(new SourceLines(''), { start: 0, end: 0 })).toEqual([{ number: 1, text: '', marks: '^' }]);
    expect(codeFrame(new SourceLines('abc'), { start: 3, end: 3 })).toEqual([
      { number: 1, text: 'abc', marks: '   ^' },
    ]);
  });

  it('shows any range of any text safely and within bounds', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '\n', '\r', '\u001b', '日', '👩‍👧', '\u00ad', '\ud800', '\u202e'),
    });
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(400), fc.nat(30), (piece, times, start, length) => {
        const source = piece.repeat(times);
        const frame = codeFrame(new SourceLines(source), { start, end: start + length });
        for (const line of frame) {
          if (line === 'gap') continue;
          expect(line.text).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u);
          expect(line.marks).toMatch(/^ *\^[ ^]*$/u);
          expect(columnsOf(line.text)).toBeLessThanOrEqual(102);
          expect(line.marks.length).toBeLessThanOrEqual(columnsOf(line.text) + 1);
        }
      }),
    );
  });
});
