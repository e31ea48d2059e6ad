import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { LintReport } from '../../src/linter/LintReport.js';
import { sarif } from '../../src/reporters/sarif.js';
import { awkwardReport, context, emptyReport, findingOn } from './awkwardReport.js';

const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(new URL('../schemas/sarif-2.1.0.json', import.meta.url), 'utf8'));
const validate = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, validateFormats: false }).compile(
  schema,
);

function errorsOf(report: LintReport) {
  validate(JSON.parse(sarif.report(report, context)));
  return validate.errors ?? [];
}

function runOf(report: LintReport) {
  return JSON.parse(sarif.report(report, context)).runs[0];
}

function fingerprintsOf(source: string, words: readonly string[]): readonly string[] {
  const findings = words.map((text) => findingOn(source, text));
  const files = [{ path: 'a.md', source, types: [], language: 'en', says: [], findings }];
  const results: readonly { partialFingerprints: Record<string, string> }[] = runOf({ files, problems: [] }).results;
  return results.map((result) => result.partialFingerprints['tactfulFinding/v1'] ?? '');
}

describe('sarif', () => {
  it('keeps to the standard', () => {
    expect(errorsOf(awkwardReport)).toEqual([]);
    expect(errorsOf(emptyReport)).toEqual([]);
  });

  it('gives every result a region, a rule and a fingerprint of its own', () => {
    const run = runOf(awkwardReport);
    expect(run.results).toHaveLength(11);
    const fingerprints = new Set<string>();
    for (const result of run.results) {
      const region = result.locations[0].physicalLocation.region;
      expect(Math.min(region.startLine, region.startColumn, region.endLine, region.endColumn)).toBeGreaterThan(0);
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      fingerprints.add(result.partialFingerprints['tactfulFinding/v1']);
    }
    expect(fingerprints.size).toBe(11);
  });

  it('has all that GitHub asks of a rule', () => {
    for (const rule of runOf(awkwardReport).tool.driver.rules) {
      for (const text of [rule.id, rule.shortDescription.text, rule.fullDescription.text, rule.help.text]) {
        expect(text).not.toBe('');
      }
    }
  });

  it('keeps fingerprints when the file changes elsewhere', () => {
    const before = fingerprintsOf('Act now! Hurry!', ['Act now!', 'Hurry!']);
    expect(fingerprintsOf('Hello.\n\nAct now! And so on. Hurry!', ['Act now!', 'Hurry!'])).toEqual(before);
    expect(fingerprintsOf('Act now! Hurry up!', ['Act now!', 'Hurry up!'])).toEqual([
      before[0],
      expect.not.stringMatching(String(before[1])),
    ]);
  });

  it('does not repeat a whole mail for each finding about it', () => {
    const source = 'x'.repeat(1001);
    const findings = [findingOn(source, source), findingOn(source, source.slice(1))];
    const { results } = runOf({
      files: [{ path: 'a.md', source, types: [], language: 'en', says: [], findings }],
      problems: [],
    });
    const regions = results.map((result: { locations: readonly [{ physicalLocation: { region: object } }] }) => {
      return result.locations[0].physicalLocation.region;
    });
    expect(regions[0]).not.toHaveProperty('snippet');
    expect(regions[1]).toHaveProperty('snippet.text', source.slice(1));
  });

  it('says when the run was not whole', () => {
    expect(runOf(emptyReport).invocations[0]).toEqual({ executionSuccessful: true, toolExecutionNotifications: [] });
    const [invocation] = runOf(awkwardReport).invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications).toHaveLength(3);
  });

  it('makes links only to related places', () => {
    const texts: readonly string[] = runOf(awkwardReport).results.map(
      (result: { message: { text: string } }) => result.message.text,
    );
    const links = texts.flatMap(
      (text) =>
        text
          .replaceAll('\\\\', '')
          .replaceAll('\\[', '')
          .replaceAll('\\]', '')
          .match(/\]\([^)]*\)/gu) ?? [],
    );
    expect(links).toEqual(['](1)', '](2)', '](1)']);
  });

  it('writes relative, encoded addresses', () => {
    const [, , result] = runOf(awkwardReport).results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(
      '%3A%3Aerror%3A%3A100%25%0Afile%2Cname%3A%20%5Bx%5D(http%3A//evil.example)%1B%5B31m%20%C3%BC%3F%23.mjml',
    );
  });
});
