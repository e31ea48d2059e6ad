import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { LintReport } from '../../src/linter/LintReport.js';
import { gitlab } from '../../src/reporters/gitlab.js';
import { awkwardReport, context, emptyReport, findingOn } from './awkwardReport.js';

const position = { type: 'object', required: ['line'], properties: { line: { type: 'integer', minimum: 1 } } };
const text = { type: 'string', minLength: 1 };

/** What https://docs.gitlab.com/ci/testing/code_quality/ asks for. */
const schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: text,
      check_name: text,
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path'],
        properties: { path: { type: 'string', pattern: '^[^/]' } },
        oneOf: [
          {
            required: ['lines'],
            properties: {
              lines: { type: 'object', required: ['begin'], properties: { begin: position.properties.line } },
            },
          },
          {
            required: ['positions'],
            properties: { positions: { type: 'object', required: ['begin'], properties: { begin: position } } },
          },
        ],
      },
    },
  },
};

interface Issue {
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

function issuesOf(report: LintReport, more: object = {}): readonly Issue[] {
  return JSON.parse(gitlab.report(report, { ...context, ...more }));
}

function reportOf(source: string): LintReport {
  const findings = [findingOn(source, 'Act now'), findingOn(source, 'Act now')];
  return { files: [{ path: 'a.md', source, types: [], language: 'en', says: [], findings }], problems: [] };
}

describe('gitlab', () => {
  it('has what GitLab asks for', () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    for (const report of [awkwardReport, emptyReport]) {
      ajv.validate(schema, issuesOf(report));
      expect(ajv.errors ?? []).toEqual([]);
    }
    expect(issuesOf(awkwardReport)).toHaveLength(14);
  });

  it('gives every issue a fingerprint of its own that moving it does not change', () => {
    const all = issuesOf(awkwardReport).map(({ fingerprint }) => fingerprint);
    expect(new Set(all).size).toBe(all.length);
    const before = issuesOf(reportOf('Act now!')).map(({ fingerprint }) => fingerprint);
    expect(new Set(before).size).toBe(2);
    expect(issuesOf(reportOf('Hello.\n\nAct now!')).map(({ fingerprint }) => fingerprint)).toEqual(before);
  });

  it('writes paths from the folder of the project', () => {
    const [issue] = issuesOf(reportOf('Act now!'), { cwd: '/project/sub/mails', projectFolder: '/project' });
    expect(issue?.location.path).toBe('sub/mails/a.md');
  });
});
