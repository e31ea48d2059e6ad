import { firstIndex } from '../mail/firstIndex.js';
import type { Branch, BranchGroup } from '../mail/Mail.js';
import type { TemplateTagFamily } from './TemplateTagFamily.js';
import { type Conditional, matchTemplateBlocks, type TemplateTag } from './templateBlocks.js';
import { type FoundTag, findTemplateTags } from './templateTags.js';

/** Conditionals nested deeper than this are read, but not told apart. */
const maxDepth = 64;

interface BranchChange {
  readonly offset: number;
  readonly branches: readonly Branch[];
}

const noBranches: readonly Branch[] = [];

/** A mail's source together with its template tags: what they hide from a parser, and which arm each offset is in. */
export class TemplateSource {
  readonly text: string;
  readonly tags: readonly TemplateTag[];
  readonly branchGroups: readonly BranchGroup[];
  readonly #changes: readonly BranchChange[];
  readonly #families: readonly TemplateTagFamily[];

  constructor(text: string, families: readonly TemplateTagFamily[], isMarkup: boolean) {
    this.text = text;
    this.#families = families;
    const { tags, conditionals } = matchTemplateBlocks(findTemplateTags(text, families, isMarkup));
    this.tags = tags;
    this.branchGroups = conditionals.map(({ conditions, isExhaustive, range }) => ({
      conditions,
      isExhaustive,
      range,
    }));
    this.#changes = branchChanges(conditionals);
  }

  /** Index of the first tag that ends after `offset`; the number of tags where there is none. */
  tagIndexAfter(offset: number): number {
    return firstIndex(this.tags.length, (index) => (this.tags[index]?.end ?? 0) > offset);
  }

  /** The tags in the text of a style sheet, which are not among `tags`; the offsets are into the sheet. */
  styleTagsIn(css: string): readonly FoundTag[] {
    return findTemplateTags(css, this.#families.filter(isTellableInCss), false);
  }

  /** The arms of the conditionals around an offset, outermost first. */
  branchesAt(offset: number): readonly Branch[] {
    const after = firstIndex(this.#changes.length, (index) => (this.#changes[index]?.offset ?? 0) > offset);
    return this.#changes[after - 1]?.branches ?? noBranches;
  }
}

/** Whether a family's tags can be told from what style sheets are made of: colours, blocks, at-rules, percentages. */
function isTellableInCss({ open }: TemplateTagFamily): boolean {
  return open.length >= 2 && !open.startsWith('#') && !open.startsWith('@') && !open.startsWith('{*');
}

function branchChanges(conditionals: readonly Conditional[]): readonly BranchChange[] {
  const events = conditionals.flatMap((conditional, group) =>
    conditional.arms.flatMap((range, arm) => [
      { offset: range.start, isStart: true, branch: { group, arm } },
      { offset: range.end, isStart: false, branch: { group, arm } },
    ]),
  );
  // Where an arm is empty, its end must not come before its start.
  events.sort(
    (a, b) => a.offset - b.offset || a.branch.group - b.branch.group || Number(b.isStart) - Number(a.isStart),
  );
  const active: Branch[] = [];
  return events.map(({ offset, isStart, branch }) => {
    if (isStart) {
      if (active.length < maxDepth) active.push(branch);
    } else {
      const index = active.findIndex((open) => open.group === branch.group && open.arm === branch.arm);
      if (index >= 0) active.splice(index, 1);
    }
    return { offset, branches: active.length === 0 ? noBranches : [...active] };
  });
}
