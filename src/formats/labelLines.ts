import type { SourceRange } from '../mail/SourceRange.js';
import { BlockBuilder, type Decoding } from './BlockBuilder.js';
import type { DeclaredMetadata, DeclaredText } from './DeclaredMetadata.js';
import { lineEnd } from './frontMatter.js';
import type { MetadataLabels } from './MetadataLabels.js';
import type { TemplateSource } from './TemplateSource.js';

const fieldNames = ['subject', 'preheader', 'from'] as const;

interface LabelLine {
  readonly field: (typeof fieldNames)[number];
  readonly value: SourceRange;
}

export interface LabelLines {
  readonly metadata: DeclaredMetadata;
  /** Where the mail itself begins. */
  readonly bodyStart: number;
}

/**
 * Reads the label lines at the top of a Markdown or text file (`Betreff: …`, also in bold type), up to the first line
 * that is none.
 *
 * @param start where the front matter ends.
 */
export function readLabelLines(
  source: TemplateSource,
  start: number,
  labels: MetadataLabels,
  decoding: Decoding,
): LabelLines {
  const texts = new Map<string, DeclaredText>();
  let bodyStart = start;
  for (let line = start; line < source.text.length; ) {
    const end = lineEnd(source.text, line);
    const label = readLabelLine(source.text, line, end, labels);
    const isBlank = source.text.slice(line, end).trim() === '';
    if (label === undefined && !isBlank) break;
    line = end + 1;
    if (label === undefined) continue;
    bodyStart = Math.min(line, source.text.length);
    const builder = new BlockBuilder(source);
    builder.append(label.value.start, label.value.end, decoding);
    const draft = builder.take()[0];
    if (draft !== undefined && !texts.has(label.field)) texts.set(label.field, { draft, range: label.value });
  }
  return { metadata: Object.fromEntries(texts), bodyStart };
}

function readLabelLine(source: string, start: number, end: number, labels: MetadataLabels): LabelLine | undefined {
  const colon = source.indexOf(':', start);
  if (colon < 0 || colon >= end || colon - start > 60) return undefined;
  const word = withoutMarks(source.slice(start, colon));
  const field = fieldNames.find((name) => labels[name].some((label) => label.toLowerCase() === word));
  if (field === undefined) return undefined;
  let from = colon + 1;
  let to = end;
  while (from < to && isPadding(source.charAt(from))) from++;
  while (to > from && isTrailing(source.charAt(to - 1))) to--;
  return { field, value: { start: from, end: to } };
}

/** A label without the marks of bold type and headings. */
function withoutMarks(label: string): string {
  let start = 0;
  let end = label.length;
  while (start < end && /[\s*_#\uFEFF]/.test(label.charAt(start))) start++;
  while (end > start && /[\s*_]/.test(label.charAt(end - 1))) end--;
  return label.slice(start, end).toLowerCase();
}

function isPadding(character: string): boolean {
  return character === ' ' || character === '\t' || character === '*' || character === '_';
}

/** What may end a line without being said: spaces, the backslash of a hard break, the marks of bold type. */
function isTrailing(character: string): boolean {
  return isPadding(character) || character === '\r' || character === '\\';
}
