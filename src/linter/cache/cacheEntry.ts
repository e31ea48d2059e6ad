import { z } from 'zod';
import type { DatedPlace, DigestFinding, DigestPlace, MailDigest } from '../../checks/campaign/MailDigest.js';
import { type OtherFile, type RelatedPlace, severities } from '../../checks/Finding.js';
import type { IncludeRequest, IncludeResolver } from '../../formats/includes/IncludeResolver.js';
import { gapKinds, mailTypes } from '../../mail/Mail.js';
import type { SourcePosition } from '../../mail/SourceLines.js';
import type { SourceRange } from '../../mail/SourceRange.js';
import type { Exception, ExceptionPlace } from '../exceptions/Exception.js';
import type { NoteExceptions } from '../exceptions/noteExceptions.js';
import { type FieldsOf, findingShape } from '../findingShape.js';
import { hashOfAnswer } from '../hashOfAnswer.js';
import { conveyances, type FileReport, type MailTypeGuess, type RunProblem } from '../LintReport.js';
import type { AskedInclude, MailOutcome } from '../MailOutcome.js';
import type { MailTask } from '../MailTask.js';

/** A mail asks for no more files than these, see `composeIncludes`; each may be missing under several names. */
const mostAsked = 10_000;

const count = z.int().min(1);
const severity = z.enum(severities);
const range = z
  .strictObject({ start: z.int().min(0), end: z.int().min(0) } satisfies FieldsOf<SourceRange>)
  .refine(({ start, end }) => start <= end);
const position = z.strictObject({ line: count, column: count } satisfies FieldsOf<SourcePosition>);

const otherFile = z.strictObject({
  path: z.string(),
  start: position,
  end: position,
} satisfies FieldsOf<OtherFile>);

const related = z.strictObject({
  label: z.string(),
  text: z.string(),
  range,
  file: otherFile.exactOptional(),
} satisfies FieldsOf<RelatedPlace>);

const finding = findingShape(range, related);

/** What is settled when all mails are known is in no entry. */
const reportFields = {
  path: z.string(),
  types: z.array(
    z.strictObject({
      type: z.enum(mailTypes),
      confidence: z.number().min(0).max(1),
    } satisfies FieldsOf<MailTypeGuess>),
  ),
  language: z.string().nullable(),
  says: z.array(z.enum(conveyances)),
  findings: z.array(finding),
  unknownLooks: z.partialRecord(z.enum(gapKinds), count).exactOptional(),
  isIncluded: z.literal(true).exactOptional(),
} satisfies FieldsOf<Omit<FileReport, 'source' | 'excepted' | 'known'>>;
const report = z.strictObject(reportFields);

const problem = z.strictObject({
  level: z.literal('warning').exactOptional(),
  path: z.string().exactOptional(),
  message: z.string(),
  line: count.exactOptional(),
  column: count.exactOptional(),
  excerpt: z.strictObject({ source: z.string(), range }).exactOptional(),
} satisfies FieldsOf<RunProblem>);

const exception = z.strictObject({
  rule: z.string(),
  reason: z.string().min(1),
  // What a file grants is read anew for every run.
  origin: z.literal('mail'),
  place: z.strictObject({ path: z.string(), line: count, column: count } satisfies FieldsOf<ExceptionPlace>),
  covers: z.strictObject({ type: z.literal('range'), range }),
  by: z.string().exactOptional(),
  until: z.string().exactOptional(),
} satisfies FieldsOf<Exception>);

const notes = z.strictObject({
  exceptions: z.array(exception),
  problems: z.array(problem),
} satisfies FieldsOf<NoteExceptions>);

const digestPlace = { text: z.string(), range, start: position, end: position } satisfies FieldsOf<DigestPlace>;
const datedPlace = z.strictObject({ ...digestPlace, day: z.string() } satisfies FieldsOf<DatedPlace>);

const digest = z.strictObject({
  path: z.string(),
  campaign: z.string().exactOptional(),
  language: z.string().exactOptional(),
  translation: z.string().exactOptional(),
  types: z.array(z.enum(mailTypes)),
  sendDate: z.string().exactOptional(),
  top: z.strictObject(digestPlace),
  targets: z.array(z.string()),
  words: z.array(z.string()),
  limits: z.array(datedPlace),
  days: z.array(datedPlace),
  lastChances: z.array(z.strictObject(digestPlace)),
  says: z.array(z.enum(conveyances)),
  findings: z.array(z.strictObject({ ...digestPlace, rule: z.string(), severity } satisfies FieldsOf<DigestFinding>)),
} satisfies FieldsOf<MailDigest>);

const request = z.strictObject({
  target: z.string(),
  from: z.string(),
  kind: z.enum(['path', 'name']),
} satisfies FieldsOf<IncludeRequest>);

const entry = z.strictObject({
  report,
  included: z.array(report),
  notes,
  problems: z.array(problem),
  digest: digest.exactOptional(),
  asked: z.array(z.strictObject({ request, answer: z.string() } satisfies FieldsOf<AskedInclude>)).max(mostAsked),
} satisfies FieldsOf<MailOutcome>);

type StoredReport = z.infer<typeof report>;

/** Writes down what came of a mail, without any texts of files. */
export function writeEntry({ report: ofMail, included, ...rest }: MailOutcome): string {
  return JSON.stringify({ report: stored(ofMail), included: included.map(stored), ...rest });
}

/**
 * Reads what `writeEntry` has written. Whoever has written it, the result is what the linter could have said of this mail:
 * findings of its rules, at places in its text and in what it includes now.
 *
 * @param resolve what gives the files that the mail includes.
 * @returns undefined for anything else, and where an included file is another now, has come or is gone.
 */
export function readEntry(
  json: string,
  { text, options: { path }, rulebook }: Pick<MailTask, 'text' | 'options' | 'rulebook'>,
  resolve: IncludeResolver,
): MailOutcome | undefined {
  const parsed = entry.safeParse(parsedJson(json));
  if (!parsed.success) return undefined;
  const { report: ofMail, included, digest: digested, ...rest } = parsed.data;
  const texts = textsOf(rest.asked, resolve);
  if (texts === undefined || ofMail.path !== path || (digested !== undefined && digested.path !== path))
    return undefined;
  texts.set(path, text);
  const rules = new Set(rulebook.rules.map(({ id }) => id));
  const reports = [ofMail, ...included];
  if (!reports.every((one) => fits(one, texts.get(one.path), rules))) return undefined;
  const [own, ...others] = reports.map((one) => restored(one, texts.get(one.path) ?? ''));
  return own && { report: own, included: others, ...rest, ...(digested && { digest: digested }) };
}

/**
 * The texts that a mail includes, by path. An answer decides what is asked next, so that as long as every answer is the same,
 * so is all that the mail is put together from.
 */
function textsOf(asked: readonly AskedInclude[], resolve: IncludeResolver): Map<string, string> | undefined {
  const texts = new Map<string, string>();
  for (const { request: wanted, answer: before } of asked) {
    const answer = resolve(wanted);
    if (hashOfAnswer(answer) !== before) return undefined;
    if (answer.kind === 'text') texts.set(answer.path, answer.text);
  }
  return texts;
}

function fits({ findings }: StoredReport, text: string | undefined, rules: ReadonlySet<string>): boolean {
  if (text === undefined) return false;
  const isInText = (place: SourceRange): boolean => place.end <= text.length;
  return findings.every(
    ({ rule, range: own, related: others, fix }) =>
      rules.has(rule) &&
      isInText(own) &&
      (fix === undefined || isInText(fix.range)) &&
      others.every((place) => place.file !== undefined || isInText(place.range)),
  );
}

function stored({ source: _source, language, ...rest }: FileReport): unknown {
  return { ...rest, language: language ?? null };
}

function restored({ language, ...rest }: StoredReport, source: string): FileReport {
  return { ...rest, source, language: language ?? undefined };
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
