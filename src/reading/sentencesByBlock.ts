import type { Block } from '../mail/Mail.js';
import type { Sentence } from './Reading.js';

/** The sentences of each block, in reading order. */
export function sentencesByBlock(sentences: readonly Sentence[]): ReadonlyMap<Block, readonly Sentence[]> {
  const byBlock = new Map<Block, Sentence[]>();
  for (const sentence of sentences) {
    const own = byBlock.get(sentence.block);
    if (own) own.push(sentence);
    else byBlock.set(sentence.block, [sentence]);
  }
  return byBlock;
}
