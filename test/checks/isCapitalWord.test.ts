import { describe, expect, it } from 'vitest';
import { isCapitalWord, looksLikeWord } from '../../src/checks/isCapitalWord.js';

describe('isCapitalWord', () => {
  it.each(['NOW', 'ÄRGER', 'GROßE', 'STRAẞE', "DON'T", '𝐍𝐎𝐖', 'ＮＯＷ', '30-FACH'])('takes %s for capitals', (word) => {
    expect(isCapitalWord(word)).toBe(true);
  });

  it.each(['I', 'Now', 'iPHONE', 'ß', 'ßß', '日本', '42', ''])('takes “%s” for none', (word) => {
    expect(isCapitalWord(word)).toBe(false);
  });
});

describe('looksLikeWord', () => {
  it.each(['WAIT', 'ÜBER', '𝐖𝐀𝐈𝐓'])('takes %s for a word', (word) => {
    expect(looksLikeWord(word)).toBe(true);
  });

  it.each(['NHS', 'PDF', 'BGBL', 'HX20A', 'SA302'])('takes %s for a short form', (word) => {
    expect(looksLikeWord(word)).toBe(false);
  });
});
