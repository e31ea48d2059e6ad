import { isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { checkstyle } from '../../src/reporters/checkstyle.js';
import { awkwardReport, context, emptyReport } from './awkwardReport.js';

function filesOf(report = awkwardReport) {
  const [root] = parseDocument(checkstyle.report(report, context), { xmlMode: true }).children.filter(isTag);
  expect(root).toMatchObject({ name: 'checkstyle', attribs: { version: '4.3' } });
  return (root?.children ?? []).filter(isTag);
}

describe('checkstyle', () => {
  it('names every file, in order, with its findings, as far as XML can hold the name', () => {
    const files = filesOf();
    expect(files.map(({ attribs }) => attribs.name)).toEqual([
      ...awkwardReport.files.map(({ path }) => path.replace('\u001b', '␛')),
      '.',
      'mails/latin1.html',
      'a\n::error::b,c',
    ]);
    expect(files.map(({ children }) => children.filter(isTag).length)).toEqual([2, 6, 3, 0, 0, 1, 1, 1]);
  });

  it('knows no other severities and columns than Checkstyle does', () => {
    for (const { name, attribs } of filesOf().flatMap(({ children }) => children.filter(isTag))) {
      expect(name).toBe('error');
      expect(Object.keys(attribs)).toEqual(['line', 'column', 'severity', 'message', 'source']);
      expect(['info', 'warning', 'error']).toContain(attribs.severity);
      expect(Math.min(Number(attribs.line), Number(attribs.column))).toBeGreaterThanOrEqual(1);
      expect(attribs.source).toMatch(/^tactful/u);
    }
  });

  it('is a whole document without findings', () => {
    expect(filesOf(emptyReport)).toEqual([]);
  });
});
