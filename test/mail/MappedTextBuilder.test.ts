import { describe, expect, it } from 'vitest';
import { sourceRangeOf } from '../../src/mail/MappedText.js';
import { MappedTextBuilder } from '../../src/mail/MappedTextBuilder.js';

describe('MappedTextBuilder', () => {
  it('maps every code unit of a decoded text to all that it was made from', () => {
    const builder = new MappedTextBuilder();
    builder.append('a', 0, 1);
    builder.append('😀', 1, 10);
    builder.append('b', 10, 11);
    const text = builder.build();
    expect(text.value).toBe('a😀b');
    expect(sourceRangeOf(text, 1, 3)).toEqual({ start: 1, end: 10 });
    expect(sourceRangeOf(text, 2, 4)).toEqual({ start: 1, end: 11 });
  });

  it('knows its length', () => {
    const builder = new MappedTextBuilder();
    expect(builder.length).toBe(0);
    builder.append('ü', 0, 6);
    expect(builder.length).toBe(1);
  });

  it('has no place for an empty stretch', () => {
    expect(() => sourceRangeOf(new MappedTextBuilder().build(), 0, 0)).toThrow(RangeError);
  });
});
