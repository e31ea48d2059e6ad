import { z } from 'zod';
import { type RelatedPlace, severities } from '../checks/Finding.js';
import { gapKinds, mailTypes } from '../mail/Mail.js';
import type { SourcePosition } from '../mail/SourceLines.js';
import { findingShape } from './findingShape.js';
import { conveyances, type LintReport } from './LintReport.js';
import { ReportError } from './ReportError.js';

const count = z.int().min(1);
const place = z.strictObject({ line: count, column: count, offset: z.int().min(0) });
const places = z.strictObject({ start: place, end: place });
const range = places
  .transform(({ start, end }) => ({ start: start.offset, end: end.offset }))
  .refine(({ start, end }) => start <= end, 'ends before it starts');

const related = z
  .strictObject({ label: z.string(), text: z.string(), path: z.string().exactOptional(), range: places })
  .transform(({ label, text, path, range: { start, end } }): RelatedPlace => {
    const own = { label, text, range: { start: start.offset, end: end.offset } };
    return path === undefined ? own : { ...own, file: { path, start: positionOf(start), end: positionOf(end) } };
  });

function positionOf({ line, column }: z.output<typeof place>): SourcePosition {
  return { line, column };
}

const finding = findingShape(range, related);

function isOwn({ file }: RelatedPlace): boolean {
  return file === undefined;
}

const excepted = z.strictObject({
  finding,
  exception: z.strictObject({
    origin: z.enum(['mail', 'file']),
    reason: z.string(),
    by: z.string().exactOptional(),
    until: z.string().exactOptional(),
    place: z.strictObject({ path: z.string(), line: count, column: count }),
  }),
});

interface AllFindings<One> {
  readonly findings: readonly One[];
  readonly excepted?: readonly { readonly finding: One }[];
  readonly known?: readonly One[];
}

function allFindings<One>({ findings, excepted: passed = [], known = [] }: AllFindings<One>): readonly One[] {
  return [...findings, ...passed.map((one) => one.finding), ...known];
}

const file = z
  .strictObject({
    path: z.string(),
    types: z.array(z.strictObject({ type: z.enum(mailTypes), confidence: z.number().min(0).max(1) })),
    language: z.string().nullable(),
    says: z.array(z.enum(conveyances)),
    unknownLooks: z.partialRecord(z.enum(gapKinds), count).exactOptional(),
    isIncluded: z.literal(true).exactOptional(),
    source: z.string().optional(),
    findings: z.array(finding),
    excepted: z.array(excepted).exactOptional(),
    known: z.array(finding).exactOptional(),
  })
  .refine((file) => file.source !== undefined || allFindings(file).length === 0, 'has findings, but no source')
  .refine(
    ({ source = '', ...file }) =>
      allFindings(file).every((one) =>
        [one, ...one.related.filter(isOwn)].every(({ range: { end } }) => end <= source.length),
      ),
    'has a finding that ends after its source',
  )
  .transform(({ language, source = '', ...rest }) => ({ ...rest, source, language: language ?? undefined }));

const localText = z.record(z.string(), z.string());

const report = z.strictObject({
  version: z.string(),
  files: z.array(file),
  problems: z.array(
    z.strictObject({
      path: z.string().exactOptional(),
      message: z.string(),
      level: z.literal('warning').exactOptional(),
      line: count.exactOptional(),
      column: count.exactOptional(),
    }),
  ),
  rules: z
    .array(z.strictObject({ id: z.string(), severity: z.enum(severities), description: localText, page: localText }))
    .optional(),
  summary: z.record(z.string(), z.number()),
});

/**
 * Reads a report that `--format json` has written.
 *
 * @param name of its file, for messages.
 * @param version of Tactful that must have written it, since a report is told with the rules of the version at hand.
 * @throws ReportError when the text is no such report.
 * @example readReport(json.report(report, context), 'shard-1.json', context.version) // report
 */
export function readReport(text: string, name: string, version: string): LintReport {
  const result = report.safeParse(parsed(text, name));
  if (!result.success) {
    const [issue] = result.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? 'the report' : issue.path.map(String).join('.');
    const what = issue === undefined ? 'is not as expected' : issue.message;
    throw new ReportError(
      `“${name}” is no report that --format json has written. See ${where}: ${what}. Name the files that the shards wrote.`,
    );
  }
  const { files, problems, rules, version: written } = result.data;
  if (written === version) return { files, problems, ...(rules === undefined ? {} : { packRules: rules }) };
  throw new ReportError(
    `“${name}” was written by Tactful ${written}, and this is ${version}. Use the same version for all shards.`,
  );
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReportError(`“${name}” is no JSON. Name files that --format json has written.`);
  }
}
