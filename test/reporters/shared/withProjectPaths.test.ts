import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/checks/Finding.js';
import { withProjectPaths } from '../../../src/reporters/shared/withProjectPaths.js';
import { context, findingOn } from '../awkwardReport.js';

const place = { line: 1, column: 1 };
const related = {
  label: 'Here',
  text: 'x',
  range: { start: 0, end: 1 },
  file: { path: 'b.md', start: place, end: place },
};
const finding: Finding = { ...findingOn('x', 'x'), related: [related] };

describe('withProjectPaths', () => {
  it('changes every path: of files, of places in other files, of exceptions, of problems', () => {
    const exception = {
      reason: 'Agreed.',
      origin: 'file' as const,
      place: { path: 'tactful-exceptions.yml', ...place },
    };
    const facts = { source: 'x', types: [], language: 'en', says: [] };
    const file = { ...facts, path: 'a.md', findings: [finding], excepted: [{ finding, exception }], known: [finding] };
    const report = { files: [file], problems: [{ path: 'c.md', message: 'No text.' }] };
    const moved = withProjectPaths(report, { ...context, cwd: '/project/mails', projectFolder: '/project' });
    const paths = [...JSON.stringify(moved).matchAll(/"path":"([^"]*)"/gu)].map(([, path]) => path);
    expect(paths.sort()).toEqual([
      'mails/a.md',
      'mails/b.md',
      'mails/b.md',
      'mails/b.md',
      'mails/c.md',
      'mails/tactful-exceptions.yml',
    ]);
    expect(withProjectPaths(report, { ...context, cwd: '/project', projectFolder: '/project' })).toBe(report);
  });
});
