import type { Block } from '../mail/Mail.js';
import type { ReadLink } from './Reading.js';

/** The links of each block that has any, in their order. */
export function linksByBlock(links: readonly ReadLink[]): ReadonlyMap<Block, readonly ReadLink[]> {
  const byBlock = new Map<Block, ReadLink[]>();
  for (const link of links) {
    const own = byBlock.get(link.block);
    if (own) own.push(link);
    else byBlock.set(link.block, [link]);
  }
  return byBlock;
}
