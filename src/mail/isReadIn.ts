import type { Block } from './Mail.js';

/**
 * Which blocks readers see where a mail holds its text twice: programs show the HTML, and nearly nobody reads the plain text.
 *
 * @param blocks all that there are; where none is of an HTML part, all are read.
 * @example mail.children.filter(isReadIn(mail.children))
 */
export function isReadIn(blocks: readonly Block[]): (block: Block) => boolean {
  const isTwofold = blocks.some(({ part }) => part === 'html');
  return ({ part }) => !isTwofold || part !== 'text';
}
