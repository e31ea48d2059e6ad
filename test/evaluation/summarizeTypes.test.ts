import { describe, expect, it } from 'vitest';
import { summarizeTypes } from '../../src/evaluation/summarizeTypes.js';

describe('summarizeTypes', () => {
  it('says nothing about no mails', () => {
    expect(summarizeTypes([])).toBeUndefined();
  });

  it('counts a type as right when it is any of the labelled ones, and none as wrong', () => {
    const figures = summarizeTypes([
      { language: 'en', labelled: ['consent', 'terms-update'], inferred: 'terms-update' },
      { language: 'en', labelled: ['consent'], inferred: 'marketing' },
      { language: 'de', labelled: ['service'], inferred: undefined },
      { language: 'de', labelled: ['service'], inferred: 'service' },
    ]);
    expect(figures?.overall).toMatchObject({ mails: 4, right: 2, unknown: 1, accuracy: 0.5 });
    expect(figures?.overall.accuracyInterval?.low).toBeLessThan(0.5);
    expect(figures?.languages).toMatchObject([
      { language: 'de', mails: 2, right: 1, unknown: 1 },
      { language: 'en', mails: 2, right: 1, unknown: 0 },
    ]);
    expect(figures?.types).toMatchObject([
      { type: 'consent', mails: 2, right: 1 },
      { type: 'service', mails: 2, right: 1 },
    ]);
  });
});
