import type { Finding, Replacement } from '../../checks/Finding.js';

/**
 * The replacements that may be made at once, in the order of the source: of two that overlap only the first.
 *
 * @example safeReplacements(report.findings).length
 */
export function safeReplacements(findings: readonly Finding[]): readonly Replacement[] {
  const all = findings.flatMap(({ fix }) => (fix ? [fix] : []));
  const chosen: Replacement[] = [];
  for (const fix of all.sort((one, other) => one.range.start - other.range.start)) {
    if (fix.range.start >= (chosen.at(-1)?.range.end ?? 0)) chosen.push(fix);
  }
  return chosen;
}

/** A source with replacements made (in order, none overlapping). */
export function applyReplacements(source: string, replacements: readonly Replacement[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { range, text } of replacements) {
    parts.push(source.slice(from, range.start), text);
    from = range.end;
  }
  return [...parts, source.slice(from)].join('');
}
