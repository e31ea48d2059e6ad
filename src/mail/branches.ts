import type { Branch, BranchGroup } from './Mail.js';

/** Whether two places stand in different arms of one conditional, so that no reader ever sees both. */
export function branchesConflict(a: readonly Branch[], b: readonly Branch[]): boolean {
  return a.some(({ group, arm }) => b.some((other) => other.group === group && other.arm !== arm));
}

/**
 * Which arms of the template's conditionals lack something.
 *
 * @param places the arms that each occurrence stands in, outermost first.
 * @returns the first arm without it, or undefined when every reader gets it. For a missing `else` the arm is the
 * number of arms that there are.
 * @example findUncovered([[{ group: 0, arm: 0 }]], groups) // { group: 0, arm: 1 } for an `if` without `else`
 */
export function findUncovered(
  places: readonly (readonly Branch[])[],
  groups: readonly BranchGroup[],
): Branch | undefined {
  if (places.some((branches) => branches.length === 0)) return undefined;
  let gap: Branch | undefined;
  for (const group of new Set(places.map(([first]) => first?.group ?? 0))) {
    const uncovered = findUncoveredArm(places, group, groups);
    if (!uncovered) return undefined;
    gap ??= uncovered;
  }
  return gap;
}

function findUncoveredArm(
  places: readonly (readonly Branch[])[],
  group: number,
  groups: readonly BranchGroup[],
): Branch | undefined {
  const { conditions = [], isExhaustive = false } = groups[group] ?? {};
  const inside = places.filter(([first]) => first?.group === group);
  for (const arm of conditions.keys()) {
    const inArm = inside.filter(([first]) => first?.arm === arm).map((branches) => branches.slice(1));
    if (inArm.length === 0) return { group, arm };
    const deeper = findUncovered(inArm, groups);
    if (deeper) return deeper;
  }
  return isExhaustive ? undefined : { group, arm: conditions.length };
}
