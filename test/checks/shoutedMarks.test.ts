import { describe, expect, it } from 'vitest';
import { calmMark, countedMarks } from '../../src/checks/shoutedMarks.js';

describe('countedMarks', () => {
  it.each([
    ['!!!', 3, 0],
    ['?!?!', 2, 2],
    ['‼', 2, 0],
    ['⁉', 1, 1],
    ['！？', 1, 1],
    ['❗️❗️', 2, 0],
    ['!…?', 1, 1],
  ])('counts the marks in %s', (text, exclamations, questions) => {
    expect(countedMarks(text)).toEqual({ exclamations, questions });
  });

  it.each(['', '...', 'a!', '¡', ','])('leaves “%s” alone', (text) => {
    expect(countedMarks(text)).toBeUndefined();
  });
});

describe('calmMark', () => {
  it.each([
    ['!!!', '!'],
    ['???', '?'],
    ['!?!', '?'],
  ])('makes one mark of %s', (marks, one) => {
    expect(calmMark(marks)).toBe(one);
  });
});
