import { describe, expect, it } from 'vitest';
import type { RunProblem } from '../../../src/linter/LintReport.js';
import { countsOf } from '../../../src/reporters/shared/countsOf.js';
import { summarize } from '../../../src/reporters/shared/summarize.js';

const file = { path: 'a.md', source: '', types: [], language: 'en', says: [], findings: [] };

function told(...problems: readonly RunProblem[]): string {
  return countsOf(summarize({ files: [file], problems }));
}

describe('countsOf', () => {
  it('says that a problem kept the run from being complete only where it did', () => {
    expect(told({ path: 'b.md', message: 'No text.' })).toBe(
      'No findings in 1 file; 1 problem kept the run from being complete',
    );
    expect(told({ path: 'a.md', message: 'No YAML.' })).toBe(
      'No findings in 1 file; 1 problem left parts of mails unread',
    );
    expect(told({ path: 'a.md', message: 'No YAML.' }, { message: 'No file.' }, { message: 'No folder.' })).toBe(
      'No findings in 1 file; 2 problems kept the run from being complete; 1 problem left parts of mails unread',
    );
  });

  it('does not count remarks on exceptions among them', () => {
    expect(told({ level: 'warning', path: 'a.md', message: 'Of no use.' })).toBe(
      'No findings in 1 file; 1 exception to look after',
    );
  });
});
