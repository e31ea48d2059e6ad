import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import type { IgnoreNote } from '../mail/IgnoreNote.js';
import type { FormatProblem, MetadataValue } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import { alignScalar } from './alignScalar.js';
import { BlockBuilder } from './BlockBuilder.js';
import { isWhiteSpace } from './characters.js';
import type { DeclaredMetadata, DeclaredText } from './DeclaredMetadata.js';
import { lineEnd } from './frontMatter.js';
import { readIgnoreFields } from './ignoreFields.js';
import { readTypes } from './readTypes.js';
import type { TemplateSource } from './TemplateSource.js';

/** No front matter is longer, and the YAML parser is recursive. */
const maxLength = 65_536;

/** A value of the front matter. */
interface Field {
  /** As YAML reads it, with filler for template tags. */
  readonly value: string;
  /** Without quotes. */
  readonly range: SourceRange;
  readonly quote: string;
}

/** What the front matter gives besides metadata. */
export interface FrontMatterFinds {
  readonly problems: FormatProblem[];
  readonly ignoreNotes: IgnoreNote[];
}

type Fields = ReadonlyMap<string, readonly Field[]>;

/**
 * Reads the front matter of a mail.
 *
 * @param masked the source with filler for its template tags, so that `{{ name }}` is no YAML.
 * @param found takes what could not be read, and what is to be let pass.
 */
export function readFrontMatter(
  source: TemplateSource,
  masked: string,
  yaml: SourceRange,
  { problems, ignoreNotes }: FrontMatterFinds,
): DeclaredMetadata {
  const fields = readFields(masked, yaml, { problems, ignoreNotes });
  const text = (name: string) => toText(source, masked, fields.get(name)?.[0]);
  const subject = text('subject');
  const preheader = text('preheader');
  const from = text('from');
  const language = toValue(fields.get('language')?.[0] ?? fields.get('lang')?.[0]);
  const sendDate = readDate(fields.get('senddate')?.[0] ?? fields.get('date')?.[0], problems);
  const types = readTypes(fields.get('type') ?? [], problems);
  return {
    ...(subject !== undefined && { subject }),
    ...(preheader !== undefined && { preheader }),
    ...(from !== undefined && { from }),
    ...(language !== undefined && { language: { ...language, value: language.value.toLowerCase() } }),
    ...(sendDate !== undefined && { sendDate }),
    ...(types.length > 0 && { types }),
  };
}

function readFields(masked: string, yaml: SourceRange, finds: FrontMatterFinds): Fields {
  const { problems } = finds;
  if (yaml.end - yaml.start > maxLength) {
    problems.push({ message: `The front matter is longer than ${maxLength} characters. Shorten it.`, range: yaml });
    return readLines(masked, { start: yaml.start, end: yaml.start + maxLength });
  }
  try {
    return readYaml(masked, yaml, finds);
  } catch {
    // Deeply nested collections overflow the parser's stack.
    problems.push(badYaml('it is nested too deeply', yaml));
    return readLines(masked, yaml);
  }
}

function badYaml(reason: string, range: SourceRange): FormatProblem {
  return {
    message: `The front matter is not valid YAML: ${reason}. Write one "name: value" per line, with the value in quotes if it holds a colon.`,
    range,
  };
}

function readYaml(masked: string, yaml: SourceRange, { problems, ignoreNotes }: FrontMatterFinds): Fields {
  const document = parseDocument(masked.slice(yaml.start, yaml.end), {
    schema: 'core',
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const error = document.errors[0];
  if (error !== undefined) {
    const [start, end] = error.pos;
    const range = { start: yaml.start + start, end: Math.min(yaml.start + Math.max(end, start + 1), yaml.end) };
    problems.push(badYaml(error.message.replace(/\.$/, ''), range));
    return readLines(masked, yaml);
  }
  const fields = new Map<string, readonly Field[]>();
  if (document.contents === null) return fields;
  if (!isMap(document.contents)) {
    problems.push(badYaml('it is no list of names and values', yaml));
    return fields;
  }
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    const scalars = isSeq(value) ? value.items : [value];
    const name = String(key.value).toLowerCase();
    if (name === 'tactful') ignoreNotes.push(...readIgnoreFields(value, yaml.start));
    fields.set(
      name,
      scalars.flatMap((scalar) => (isScalar(scalar) ? toField(masked, yaml.start, scalar) : [])),
    );
  }
  return fields;
}

function toField(masked: string, base: number, scalar: Scalar): Field[] {
  if (scalar.range === undefined || scalar.range === null || scalar.value === null) return [];
  const start = base + scalar.range[0];
  const end = base + scalar.range[1];
  const quote = scalar.type === 'QUOTE_DOUBLE' ? '"' : scalar.type === 'QUOTE_SINGLE' ? "'" : '';
  if (scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL') {
    return [{ value: String(scalar.value), range: { start: skipIndent(masked, lineEnd(masked, start)), end }, quote }];
  }
  const range = { start: start + quote.length, end: end - quote.length };
  return [{ value: typeof scalar.value === 'string' ? scalar.value : masked.slice(start, end), range, quote }];
}

function skipIndent(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && isWhiteSpace(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Reads what is no YAML as lines of names and values, so that a mail with a slip in it can still be judged. */
function readLines(masked: string, range: SourceRange): Fields {
  const fields = new Map<string, readonly Field[]>();
  for (let start = range.start; start < range.end; start = lineEnd(masked, start) + 1) {
    const end = Math.min(lineEnd(masked, start), range.end);
    const line = masked.slice(start, end);
    const colon = line.indexOf(':');
    const value = withoutQuotes(line.slice(colon + 1).trim());
    if (colon < 0 || value === '') continue;
    const valueStart = masked.indexOf(value, start + colon + 1);
    fields.set(line.slice(0, colon).trim().toLowerCase(), [
      { value, range: { start: valueStart, end: valueStart + value.length }, quote: '' },
    ]);
  }
  return fields;
}

function withoutQuotes(value: string): string {
  const quote = value[0];
  const isQuoted = (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1) : value;
}

function toText(source: TemplateSource, masked: string, field: Field | undefined): DeclaredText | undefined {
  if (field === undefined) return undefined;
  const builder = new BlockBuilder(source);
  const { value, range, quote } = field;
  const pieces = alignScalar(masked, range.start, range.end, quote, value);
  if (pieces === undefined) builder.appendDecoded(value, range.start, range.end);
  for (const piece of pieces ?? []) {
    if (piece.text === undefined) builder.append(piece.start, piece.end, 'plain');
    else builder.appendDecoded(piece.text, piece.start, piece.end);
  }
  const draft = builder.take()[0];
  return draft === undefined ? undefined : { draft, range };
}

function toValue(field: Field | undefined): MetadataValue | undefined {
  return field === undefined || field.value.trim() === ''
    ? undefined
    : { value: field.value.trim(), range: field.range };
}

function readDate(field: Field | undefined, problems: FormatProblem[]): MetadataValue | undefined {
  const value = toValue(field);
  if (value === undefined) return undefined;
  const date = /^\d{4}-\d{2}-\d{2}(?![0-9])/.exec(value.value)?.[0];
  if (date !== undefined && !Number.isNaN(Date.parse(date))) return { ...value, value: date };
  problems.push({
    message: `The send date "${value.value}" is no date. Write it as year, month and day: 2026-11-24.`,
    range: field?.range ?? { start: 0, end: 0 },
  });
  return undefined;
}
