import { branchesConflict } from '../mail/branches.js';
import { isInBody } from './isInBody.js';
import type { Sentence } from './Reading.js';

/** All pairs of sentences that a reader takes in one after the other. */
export function neighbours(sentences: readonly Sentence[]): readonly (readonly [Sentence, Sentence])[] {
  return sentences.flatMap((second, index) => {
    const first = sentences[index - 1];
    return first && follow(first, second) ? [[first, second] as const] : [];
  });
}

function follow(first: Sentence, second: Sentence): boolean {
  if (first.block === second.block) return true;
  if (first.block.part !== second.block.part) return false;
  if (!isInBody(first.part) || !isInBody(second.part)) return false;
  return !branchesConflict(first.block.branches, second.block.branches);
}
