import { byCodeUnits } from './byCodeUnits.js';
import type { LintReport, PackRule, RunProblem } from './LintReport.js';

/**
 * The same report in the order that every report is in, however its mails were shared out: mails by path, problems by path
 * and place, those of no file first, rules of packs by id, each said once.
 *
 * @example orderReport({ files: [], problems: [problem, problem] }) // { files: [], problems: [problem] }
 */
export function orderReport({ files, problems, packRules }: LintReport): LintReport {
  const sorted = problems.toSorted(byPlace);
  return {
    ...(packRules === undefined ? {} : { packRules: oneById(packRules) }),
    files: files.toSorted((left, right) => byCodeUnits(left.path, right.path)),
    problems: sorted.filter((problem, index) => {
      const before = sorted[index - 1];
      return before === undefined || byPlace(before, problem) !== 0;
    }),
  };
}

function oneById(rules: readonly PackRule[]): readonly PackRule[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return [...byId.values()].sort((left, right) => byCodeUnits(left.id, right.id));
}

function byPlace(left: RunProblem, right: RunProblem): number {
  return (
    Number(left.path !== undefined) - Number(right.path !== undefined) ||
    byCodeUnits(left.path ?? '', right.path ?? '') ||
    (left.line ?? 0) - (right.line ?? 0) ||
    (left.column ?? 0) - (right.column ?? 0) ||
    byCodeUnits(left.message, right.message)
  );
}
