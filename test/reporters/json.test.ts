import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/reporters/json.js';
import { awkwardReport, context, emptyReport } from './awkwardReport.js';

const schema: object = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });

function errorsOf(text: string) {
  ajv.validate(schema, JSON.parse(text));
  return ajv.errors ?? [];
}

describe('json', () => {
  it('keeps to its schema', () => {
    expect(errorsOf(json.report(awkwardReport, context))).toEqual([]);
    expect(errorsOf(json.report(emptyReport, context))).toEqual([]);
  });

  it('has a schema that lets nothing else through', () => {
    const report: object = JSON.parse(json.report(emptyReport, context));
    expect(errorsOf(JSON.stringify({ ...report, more: 1 }))).not.toEqual([]);
    expect(errorsOf('{}')).not.toEqual([]);
  });

  it('keeps every text as it is', () => {
    const { files } = JSON.parse(json.report(awkwardReport, context));
    expect(files[1].path).toBe(awkwardReport.files[1]?.path);
    expect(files[1].findings[1].message).toBe(awkwardReport.files[1]?.findings[1]?.message);
  });

  it('holds neither characters that act on a terminal nor commands of build servers', () => {
    const output = json.report(awkwardReport, context);
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u);
    expect(output).not.toContain('##');
  });
});
