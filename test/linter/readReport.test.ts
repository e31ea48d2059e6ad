import { describe, expect, it } from 'vitest';
import { ReportError } from '../../src/linter/ReportError.js';
import { readReport } from '../../src/linter/readReport.js';
import { json } from '../../src/reporters/json.js';
import { reporters } from '../../src/reporters/reporters.js';
import { awkwardReport, context } from '../reporters/awkwardReport.js';

const text = json.report(awkwardReport, context);

function messageOf(changed: string, version = context.version): string {
  try {
    readReport(changed, 'shard-1.json', version);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(ReportError);
    return error instanceof Error ? error.message : '';
  }
}

/** The report with one thing of its first file changed. */
function withFile(change: object): string {
  const data = JSON.parse(text);
  return JSON.stringify({ ...data, files: [{ ...data.files[0], ...change }] });
}

describe('readReport', () => {
  it('reads all that any format tells', async () => {
    const read = readReport(text, 'shard-1.json', context.version);
    for (const { load } of reporters) {
      const reporter = await load();
      expect(reporter.report(read, context)).toBe(reporter.report(awkwardReport, context));
    }
  });

  it('reads the rules that settings have added', () => {
    const texts = { en: 'x', de: 'y' };
    const packRules = [{ id: 'house-rule', severity: 'info' as const, description: texts, page: texts }];
    const report = { files: [], problems: [], packRules };
    expect(readReport(json.report(report, context), 'a.json', context.version)).toEqual(report);
  });

  it.each([
    ['', 'no JSON'],
    ['{"files"', 'no JSON'],
    ['null', 'the report'],
    ['[]', 'the report'],
    ['{}', 'version'],
    [text.replace('"problems"', '"problem"'), 'problems'],
    [withFile({ path: 1 }), 'files.0.path'],
    [withFile({ more: 1 }), 'files.0'],
    [withFile({ source: undefined }), 'has findings, but no source'],
    [withFile({ source: 'short' }), 'ends after its source'],
    [withFile({ language: 5 }), 'files.0.language'],
  ])('says what is wrong with %j', (changed, place) => {
    expect(messageOf(changed)).toContain('“shard-1.json”');
    expect(messageOf(changed)).toContain(place);
  });

  it('wants its own version', () => {
    expect(messageOf(text, '9.9.9')).toBe(
      '“shard-1.json” was written by Tactful 1.2.3, and this is 9.9.9. Use the same version for all shards.',
    );
  });
});
