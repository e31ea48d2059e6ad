import { describe, expect, it } from 'vitest';
import { VisitMarks } from '../../src/reading/VisitMarks.js';

describe('VisitMarks', () => {
  it('knows what a visit has seen, and forgets it when another begins', () => {
    const marks = new VisitMarks(2);
    marks.begin();
    expect([marks.isFirst(1), marks.isFirst(1), marks.isFirst(0)]).toEqual([true, false, true]);
    marks.begin();
    expect([marks.isFirst(1), marks.isFirst(1)]).toEqual([true, false]);
  });

  it('begins anew when its numbers run out', () => {
    const marks = new VisitMarks(2);
    marks.begin();
    marks.isFirst(0);
    marks.visit = 0x7fffffff;
    marks.begin();
    expect([marks.isFirst(0), marks.isFirst(0), marks.isFirst(1)]).toEqual([true, false, true]);
  });
});
