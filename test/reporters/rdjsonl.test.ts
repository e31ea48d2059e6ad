import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { LintReport } from '../../src/linter/LintReport.js';
import { rdjsonl } from '../../src/reporters/rdjsonl.js';
import { awkwardReport, context, emptyReport, findingOn } from './awkwardReport.js';

const count = { type: 'integer', minimum: 1 };
const position = {
  type: 'object',
  additionalProperties: false,
  required: ['line'],
  properties: { line: count, column: count },
};
const location = {
  type: 'object',
  additionalProperties: false,
  required: ['path', 'range'],
  properties: {
    path: { type: 'string' },
    range: {
      type: 'object',
      additionalProperties: false,
      required: ['start'],
      properties: { start: position, end: position },
    },
  },
};
const named = {
  type: 'object',
  properties: { value: { type: 'string' }, name: { type: 'string' }, url: { type: 'string' } },
};

/** reviewdog's Diagnostic, as far as it is used. */
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['message', 'location'],
  properties: {
    message: { type: 'string', minLength: 1 },
    location,
    severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
    source: named,
    code: named,
    related_locations: {
      type: 'array',
      items: { type: 'object', properties: { message: { type: 'string' }, location } },
    },
  },
};

function linesOf(report: LintReport): readonly string[] {
  return rdjsonl.report(report, context).split('\n').slice(0, -1);
}

describe('rdjsonl', () => {
  it('writes a diagnostic on each line', () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    const lines = linesOf(awkwardReport);
    expect(lines).toHaveLength(14);
    for (const line of lines) {
      ajv.validate(schema, JSON.parse(line));
      expect(ajv.errors ?? []).toEqual([]);
    }
    expect(rdjsonl.report(emptyReport, context)).toBe('');
  });

  it('puts related places into the file that holds them, by lines', () => {
    const place = { path: 'b.md', start: { line: 7, column: 3 }, end: { line: 8, column: 1 } };
    const related = [{ label: 'Before', text: 'x', range: { start: 0, end: 1 }, file: place }];
    const findings = [findingOn('Act now', 'now', { related })];
    const files = [{ path: 'a.md', source: 'Act now', types: [], language: 'en', says: [], findings }];
    const [diagnostic] = linesOf({ files, problems: [] }).map((line) => JSON.parse(line));
    expect(diagnostic.location.path).toBe('a.md');
    expect(diagnostic.related_locations[0].location).toEqual({
      path: 'b.md',
      range: { start: { line: 7 }, end: { line: 8 } },
    });
  });

  it('counts columns in bytes', () => {
    const source = 'Größe 🎁\r\nüber Act\r\nnöw!';
    const findings = [findingOn(source, '🎁'), findingOn(source, 'Act\r\nnöw')];
    const files = [{ path: 'a.md', source, types: [], language: 'en', says: [], findings }];
    expect(linesOf({ files, problems: [] }).map((line) => JSON.parse(line).location.range)).toEqual([
      { start: { line: 1, column: 9 }, end: { line: 1, column: 13 } },
      { start: { line: 2, column: 7 }, end: { line: 3, column: 5 } },
    ]);
  });
});
