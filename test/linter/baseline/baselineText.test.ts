import { describe, expect, it } from 'vitest';
import { baselineText } from '../../../src/linter/baseline/baselineText.js';

describe('baselineText', () => {
  it('is the same whatever order findings come in, with paths from its own folder', () => {
    const one = new Map([
      ['mails/b.md', new Map([['shouting', new Set(['02', '01'])]])],
      ['a.md', new Map([['shouting', new Set<string>()]])],
      [
        'mails/a.md',
        new Map([
          ['z', new Set(['1'])],
          ['a', new Set(['1'])],
        ]),
      ],
    ]);
    const shown = (mail: string) => mail.replace('mails/', '');
    const text = baselineText(one, shown);
    expect(baselineText(new Map([...one].reverse()), shown)).toBe(text);
    expect(JSON.parse(text)).toEqual({
      version: 1,
      mails: { 'a.md': { a: ['1'], z: ['1'] }, 'b.md': { shouting: ['01', '02'] } },
    });
    expect(text.indexOf('"a"')).toBeLessThan(text.indexOf('"z"'));
  });
});
