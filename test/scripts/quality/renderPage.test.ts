import { describe, expect, it } from 'vitest';
import { type PageParts, renderPage } from '../../../scripts/quality/renderPage.js';

const mails = { mails: 4, right: 3, unknown: 1 };

const parts: PageParts = {
  authors: [
    {
      language: 'de',
      passages: 20,
      outputs: [
        {
          name: 'silent-consent',
          isConveyed: false,
          authors: [{ author: 'a', frames: [0, 0, 10], scorer: [8, 1, 2], together: [9, 1, 1] }],
          framesOnly: { found: 0, right: 0 },
          scorerOnly: { found: 4, right: 3 },
          both: { found: 5, right: 5 },
        },
      ],
      errors: [{ author: 'a', counts: [6, 0, 4] }],
    },
  ],
  totals: {
    heldOut: [
      { language: 'de', rules: [{ name: 'silent-consent', expected: 10, found: 5, falseAlarms: 0 }], says: [] },
    ],
    mails: [],
    fixtures: [],
    mailTypes: { overall: mails, languages: [{ language: 'de', ...mails }], types: [{ type: 'consent', ...mails }] },
  },
  experiments: new Map(),
};

describe('renderPage', () => {
  const page = renderPage(parts);

  it('holds every rule against its target, beside the authors whom nobody has read', () => {
    expect(page).toContain(
      '| silent-consent | 9 | 1 | 1 | 0.900 [0.60, 0.98] | 0.900 [0.60, 0.98] | 0.900 [0.90, 0.90] | 0.80 ✓ | 5, 0, 5, 0.667 |',
    );
  });

  it('shows what the parts do alone', () => {
    expect(page).toContain('| silent-consent | – | – | – | 0.889 | 0.800 | 0.842 | 0.900 |');
    expect(page).toContain('| de | silent-consent | 1.000 (5 of 5) | – | 0.750 (3 of 4) |');
  });

  it('counts errors and types', () => {
    expect(page).toContain('| German | 6 | 0 | 4 | 1.000 [0.61, 1.00] ✓ | 0.600 [0.31, 0.83] ✓ |');
    expect(page).toContain('| **all mails** | 4 | 3 | 1 | 0.750 [0.30, 0.95] |');
  });

  it('leaves out what was not measured', () => {
    expect(page).not.toContain('## Public templates');
    expect(page).not.toContain('## Other linters');
    expect(page).not.toContain('## What was tried');
  });

  it('lets no name from outside end a cell', () => {
    const repositories = [{ name: 'a/b | <b>`', files: 1, findings: { shouting: { findings: 2, errors: 1 } } }];
    expect(renderPage({ ...parts, public: { about: 'Some.', repositories } })).toContain(
      '| a/b  b | 1 | 2 (1 error) |',
    );
  });
});
