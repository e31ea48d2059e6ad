import type { Block, Branch, BranchGroup, FormatProblem } from '../../mail/Mail.js';
import type { MappedText } from '../../mail/MappedText.js';
import type { SourceRange } from '../../mail/SourceRange.js';
import type { BlockDraft } from '../BlockBuilder.js';

/** Moves what was found in a decoded text to where it stands in the file that the text was decoded from. */
export class Relocation {
  readonly #origin: MappedText;
  readonly #firstGroup: number;

  /** @param firstGroup how many conditionals of the template the texts before this one hold. */
  constructor(origin: MappedText, firstGroup: number) {
    this.#origin = origin;
    this.#firstGroup = firstGroup;
  }

  range({ start, end }: SourceRange): SourceRange {
    if (end > start) return { start: this.#start(start), end: this.#end(end) };
    const place = start < this.#origin.value.length ? this.#start(start) : this.#end(start);
    return { start: place, end: place };
  }

  text({ value, starts, ends }: MappedText): MappedText {
    const movedStarts = new Int32Array(value.length);
    const movedEnds = new Int32Array(value.length);
    for (let index = 0; index < value.length; index++) {
      const moved = this.range({ start: starts[index] ?? 0, end: ends[index] ?? 0 });
      movedStarts[index] = moved.start;
      movedEnds[index] = moved.end;
    }
    return { value, starts: movedStarts, ends: movedEnds };
  }

  draft<Draft extends BlockDraft>(draft: Draft): Draft {
    return {
      ...draft,
      text: this.text(draft.text),
      links: draft.links.map((link) => ({
        ...link,
        range: this.range(link.range),
        hrefRange: this.range(link.hrefRange),
        branches: this.#branches(link.branches),
      })),
      ...(draft.styleOrigin && { styleOrigin: this.range(draft.styleOrigin) }),
      ...(draft.styleRuns && {
        styleRuns: draft.styleRuns.map((run) => ({ ...run, ...(run.origin && { origin: this.range(run.origin) }) })),
      }),
      branches: this.#branches(draft.branches),
      branchSpans: draft.branchSpans.map((span) => ({ ...span, branches: this.#branches(span.branches) })),
    };
  }

  block(block: Block, part: Block['part']): Block {
    return { ...this.draft(block), ...(part !== undefined && { part }) };
  }

  branchGroup(group: BranchGroup): BranchGroup {
    return { ...group, range: this.range(group.range) };
  }

  problem(problem: FormatProblem): FormatProblem {
    return { ...problem, range: this.range(problem.range) };
  }

  #branches(branches: readonly Branch[]): readonly Branch[] {
    if (this.#firstGroup === 0 || branches.length === 0) return branches;
    return branches.map(({ group, arm }) => ({ group: group + this.#firstGroup, arm }));
  }

  #start(offset: number): number {
    return this.#origin.starts[offset] ?? 0;
  }

  #end(offset: number): number {
    return this.#origin.ends[offset - 1] ?? 0;
  }
}
