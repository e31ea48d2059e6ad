import type { Replacement } from '../../checks/Finding.js';
import { applyReplacements } from './applyFixes.js';

/** Unchanged lines around what changes, as in other diffs. */
const context = 3;

interface Change {
  /** Lines of the old text, 0-based, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly replacements: readonly Replacement[];
}

/**
 * What replacements change in a file, as a patch that `git apply` takes.
 *
 * @param path with forward slashes.
 * @param replacements in order, none overlapping.
 * @returns empty where nothing changes.
 */
export function unifiedDiff(path: string, source: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return '';
  const lines = source.split('\n');
  const starts = lineStarts(lines);
  const header = [`--- ${quoted(`a/${path}`)}`, `+++ ${quoted(`b/${path}`)}`];
  let moved = 0;
  const hunks = hunksOf(changesOf(replacements, starts)).map((changes) => {
    const hunk = hunkText(changes, lines, starts, moved);
    moved += hunk.added;
    return hunk.text;
  });
  return [...header, ...hunks, ''].join('\n');
}

function lineStarts(lines: readonly string[]): readonly number[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  return starts;
}

function changesOf(replacements: readonly Replacement[], starts: readonly number[]): readonly Change[] {
  const changes: Change[] = [];
  let line = 0;
  for (const replacement of replacements) {
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= replacement.range.start) line += 1;
    let end = line + 1;
    while ((starts[end] ?? Number.POSITIVE_INFINITY) < replacement.range.end) end += 1;
    const last = changes.at(-1);
    if (last === undefined || line >= last.end) changes.push({ start: line, end, replacements: [replacement] });
    else {
      const replaced = [...last.replacements, replacement];
      changes[changes.length - 1] = { ...last, end: Math.max(last.end, end), replacements: replaced };
    }
  }
  return changes;
}

function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last !== undefined && change.start - (last.at(-1)?.end ?? 0) <= 2 * context) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(
  changes: readonly Change[],
  lines: readonly string[],
  starts: readonly number[],
  moved: number,
): { readonly text: string; readonly added: number } {
  // A text that ends in a line break has an empty piece behind it that is no line.
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const first = Math.max(0, (changes[0]?.start ?? 0) - context);
  const last = Math.min(count, (changes.at(-1)?.end ?? 0) + context);
  const shown = (sign: string, from: number, to: number): readonly string[] =>
    lines.slice(from, to).map((line, index) => `${sign}${line}${endMark(from + index, lines)}`);
  const body: string[] = [];
  let at = first;
  let added = 0;
  for (const { start, end, replacements } of changes) {
    const base = starts[start] ?? 0;
    const old = lines.slice(start, end).join('\n');
    const within = replacements.map(({ range, text }) => ({
      range: { start: range.start - base, end: range.end - base },
      text,
    }));
    const fresh = applyReplacements(old, within).split('\n');
    body.push(...shown(' ', at, start), ...shown('-', start, end));
    body.push(...fresh.map((line, index) => `+${line}${index === fresh.length - 1 ? endMark(end - 1, lines) : ''}`));
    added += fresh.length - (end - start);
    at = end;
  }
  body.push(...shown(' ', at, last));
  const size = last - first;
  const header = `@@ -${first + 1},${size} +${first + 1 + moved},${size + added} @@`;
  return { text: [header, ...body].join('\n'), added };
}

function endMark(line: number, lines: readonly string[]): string {
  return line === lines.length - 1 ? '\n\\ No newline at end of file' : '';
}

/** Git quotes names that hold more than ordinary signs. */
function quoted(path: string): string {
  return /^[\w./ -]+$/u.test(path) ? path : JSON.stringify(path);
}
