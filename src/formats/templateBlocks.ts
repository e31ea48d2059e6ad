import type { SourceRange } from '../mail/SourceRange.js';
import { type TagPart, tagPart } from './includes/tagPart.js';
import type { TagRole } from './TemplateTagFamily.js';
import { roleOf, type TagMeaning, tagMeanings } from './tagKeywords.js';
import type { FoundTag } from './templateTags.js';

/** A template tag with what it is to a reader. */
export interface TemplateTag extends SourceRange {
  readonly role: TagRole;
  /** What stands between the delimiters, trimmed. */
  readonly name: string;
  /** Whether one arm of a conditional ends and the next one begins here. */
  readonly separatesArms: boolean;
  /** What it does to put the mail together from several files. */
  readonly part?: TagPart;
}

/** A conditional with the stretches of source between its tags. */
export interface Conditional {
  readonly conditions: readonly string[];
  readonly isExhaustive: boolean;
  /** The opening tag. */
  readonly range: SourceRange;
  readonly arms: readonly SourceRange[];
}

export interface TemplateBlocks {
  /** In source order, without overlap. */
  readonly tags: readonly TemplateTag[];
  /** In the order of their opening tags. */
  readonly conditionals: readonly Conditional[];
}

/** A block whose closing tag has not come yet. */
interface OpenBlock {
  readonly tagIndex: number;
  readonly meaning: TagMeaning & { kind: 'open' };
  readonly arms: { readonly tagIndex: number; readonly condition: string; readonly isElse: boolean }[];
}

type Resolution = { readonly role: TagRole; readonly separatesArms: boolean };

/**
 * Pairs the opening and closing tags of a template. Tags without a partner are no conditionals and keep the meaning
 * that they have alone, so that a template cut in the middle can still be read.
 */
export function matchTemplateBlocks(found: readonly FoundTag[]): TemplateBlocks {
  const stacks = new Map<string, BlockStack>();
  const resolved = new Map<number, Resolution>();
  const conditionals: Conditional[] = [];
  const hidden: SourceRange[] = [];
  for (const [tagIndex, tag] of found.entries()) {
    const dialect = tag.family.dialect ?? tag.family.name;
    const stack = stacks.get(dialect) ?? new BlockStack();
    stacks.set(dialect, stack);
    const closed = placeTag(tag, tagIndex, stack);
    if (closed === undefined) continue;
    const conditional = conditionalOf(closed, tagIndex, found);
    if (closed.meaning.block.kind === 'comment') hidden.push(span(found, closed.tagIndex, tagIndex));
    else if (conditional !== undefined) conditionals.push(conditional);
    resolved.set(closed.tagIndex, { role: 'control', separatesArms: false });
    for (const arm of closed.arms) resolved.set(arm.tagIndex, { role: 'control', separatesArms: true });
    resolved.set(tagIndex, { role: 'control', separatesArms: false });
  }
  return {
    tags: withHiddenRanges(
      found.flatMap((tag, index) => toTemplateTag(tag, resolved.get(index))),
      hidden,
    ),
    conditionals: conditionals.sort((a, b) => a.range.start - b.range.start),
  };
}

/** Puts a tag where it belongs; returns the block that it closes. */
function placeTag(tag: FoundTag, tagIndex: number, stack: BlockStack): OpenBlock | undefined {
  for (const meaning of tagMeanings(tag.family, tag.content)) {
    switch (meaning.kind) {
      case 'open':
        stack.push({ tagIndex, meaning, arms: [] });
        return undefined;
      case 'else':
      case 'elseIf': {
        const block = stack.top();
        if (block === undefined) break;
        const condition = meaning.kind === 'else' ? '' : meaning.condition;
        block.arms.push({ tagIndex, condition, isElse: meaning.kind === 'else' });
        return undefined;
      }
      case 'end': {
        const key = meaning.endKeys.find((endKey) => stack.has(endKey));
        if (key !== undefined) return stack.popUntil(key);
        break;
      }
    }
  }
  return undefined;
}

class BlockStack {
  readonly #blocks: OpenBlock[] = [];
  readonly #open = new Map<string, number>();

  top(): OpenBlock | undefined {
    return this.#blocks.at(-1);
  }

  has(endKey: string): boolean {
    return (this.#open.get(endKey) ?? 0) > 0;
  }

  push(block: OpenBlock): void {
    this.#blocks.push(block);
    this.#count(block, 1);
  }

  /** Closes the innermost block with this end; blocks inside of it that were never closed are given up. */
  popUntil(endKey: string): OpenBlock | undefined {
    for (let block = this.#blocks.pop(); block !== undefined; block = this.#blocks.pop()) {
      this.#count(block, -1);
      if (block.meaning.endKey === endKey) return block;
    }
    return undefined;
  }

  #count(block: OpenBlock, change: number): void {
    const key = block.meaning.endKey;
    this.#open.set(key, (this.#open.get(key) ?? 0) + change);
  }
}

function conditionalOf(block: OpenBlock, endIndex: number, found: readonly FoundTag[]): Conditional | undefined {
  const { kind } = block.meaning.block;
  const hasElse = block.arms.some((arm) => arm.isElse);
  if (kind === 'comment' || (kind === 'loop' && !hasElse)) return undefined;
  const first = { tagIndex: block.tagIndex, condition: block.meaning.condition };
  const arms = kind === 'switch' ? block.arms : [first, ...block.arms];
  const ends = [...arms.slice(1).map((arm) => arm.tagIndex), endIndex];
  return {
    conditions: arms.map((arm) => arm.condition),
    isExhaustive: hasElse,
    range: rangeOf(found, block.tagIndex),
    arms: arms.map((arm, index) => ({
      start: rangeOf(found, arm.tagIndex).end,
      end: rangeOf(found, ends[index] ?? endIndex).start,
    })),
  };
}

function rangeOf(found: readonly FoundTag[], index: number): SourceRange {
  const tag = found[index];
  return tag === undefined ? { start: 0, end: 0 } : { start: tag.start, end: tag.end };
}

function span(found: readonly FoundTag[], first: number, last: number): SourceRange {
  return { start: rangeOf(found, first).start, end: rangeOf(found, last).end };
}

function toTemplateTag(tag: FoundTag, resolution: Resolution | undefined): TemplateTag[] {
  const { start, end, family, content } = tag;
  if (resolution === undefined && family.needsBlock === true) return [];
  const role = resolution?.role ?? roleOf(family, content);
  const part = tagPart(family, content);
  const separatesArms = resolution?.separatesArms ?? false;
  return [{ start, end, role, name: content, separatesArms, ...(part && { part }) }];
}

/** Lays the stretches that comment blocks hide over the tags as single comment tags. */
function withHiddenRanges(tags: readonly TemplateTag[], hidden: readonly SourceRange[]): readonly TemplateTag[] {
  if (hidden.length === 0) return tags;
  const result: TemplateTag[] = [];
  const ranges = [...hidden].sort((a, b) => a.start - b.start);
  let next = 0;
  let coveredUntil = -1;
  for (const tag of tags) {
    const range = ranges[next];
    if (range !== undefined && tag.start >= range.start) {
      next++;
      if (range.start >= coveredUntil) {
        result.push({ ...range, role: 'comment', name: '', separatesArms: false });
        coveredUntil = range.end;
      }
    }
    if (tag.start >= coveredUntil) result.push(tag);
  }
  return result;
}
