import type { Block, Branch, BranchGroup } from '../mail/Mail.js';

/**
 * Drops the conditionals that no text and no link stands in (those around attributes), and numbers the others anew.
 */
export function withoutUnusedBranches(
  blocks: readonly Block[],
  groups: readonly BranchGroup[],
): { readonly children: Block[]; readonly branchGroups: readonly BranchGroup[] } {
  const used = new Set(blocks.flatMap(groupsIn));
  const kept = [...groups.keys()].filter((group) => used.has(group));
  const numbers = new Map(kept.map((group, number) => [group, number]));
  const renumber = (branches: readonly Branch[]) =>
    branches.map(({ group, arm }) => ({ group: numbers.get(group) ?? group, arm }));
  return {
    children: blocks.map((block) => ({
      ...block,
      branches: renumber(block.branches),
      branchSpans: block.branchSpans.map((span) => ({ ...span, branches: renumber(span.branches) })),
      links: block.links.map((link) => ({ ...link, branches: renumber(link.branches) })),
    })),
    branchGroups: groups.filter((_group, index) => used.has(index)),
  };
}

function groupsIn(block: Block): readonly number[] {
  return [
    ...block.branches,
    ...block.branchSpans.flatMap((span) => span.branches),
    ...block.links.flatMap((link) => link.branches),
  ].map((branch) => branch.group);
}
