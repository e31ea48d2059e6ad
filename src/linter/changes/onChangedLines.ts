import type { Finding } from '../../checks/Finding.js';
import type { SourceRange } from '../../mail/SourceRange.js';
import type { FileReport } from '../LintReport.js';
import type { ChangedLines } from './Changes.js';

/**
 * The report with only those findings about words that stand on changed lines. What is said of a mail as a whole stays: a
 * change anywhere can be its cause.
 *
 * @param isAboutWords whether the rule with an id is about words.
 */
export function onChangedLines(
  file: FileReport,
  changed: ChangedLines,
  isAboutWords: (rule: string) => boolean,
): FileReport {
  if (changed === 'all') return file;
  const ranges = offsetsOf(changed, file.source);
  const stays = (finding: Finding) => !isAboutWords(finding.rule) || touches(finding.range, ranges);
  return { ...file, findings: file.findings.filter(stays) };
}

function touches({ start, end }: SourceRange, ranges: readonly SourceRange[]): boolean {
  return ranges.some((range) => start < range.end && range.start < Math.max(end, start + 1));
}

function offsetsOf(lines: readonly SourceRange[], source: string): readonly SourceRange[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  const offsetOf = (line: number): number => starts[line - 1] ?? source.length;
  return lines.map(({ start, end }) => ({ start: offsetOf(start), end: offsetOf(end) }));
}
