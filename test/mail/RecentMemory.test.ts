import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentMemory } from '../../src/mail/RecentMemory.js';

describe('RecentMemory', () => {
  it('works out once what is asked for again', () => {
    const memory = new RecentMemory<number>(100);
    let made = 0;
    const ask = (text: string): number =>
      memory.recall(text, () => {
        made += 1;
        return text.length;
      });
    expect([ask('one'), ask('three'), ask('one')]).toEqual([3, 5, 3]);
    expect(made).toBe(2);
  });

  it('forgets what has not been asked for while others were, and keeps what has', () => {
    const memory = new RecentMemory<string>(10);
    const made: string[] = [];
    const ask = (text: string): string =>
      memory.recall(text, () => {
        made.push(text);
        return text;
      });
    for (const text of ['old', 'kept', 'aaaaaaaaaa', 'kept', 'bbbbbbbbbb', 'kept', 'cccccccccc', 'kept', 'old'])
      ask(text);
    expect(made).toEqual(['old', 'kept', 'aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'old']);
  });

  it('always answers what is worked out from the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 4 })), fc.integer({ min: 0, max: 20 }), (texts, most) => {
        const memory = new RecentMemory<string>(most);
        for (const text of texts) expect(memory.recall(text, () => `${text}!`)).toBe(`${text}!`);
      }),
    );
  });
});
