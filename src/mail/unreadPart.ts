import type { Block } from './Mail.js';

/**
 * The part that nearly nobody reads where a mail holds its text twice: programs show the HTML.
 *
 * @returns undefined when the blocks hold a text once.
 * @example unreadPart(mail.children) // 'text'
 */
export function unreadPart(blocks: readonly Block[]): Block['part'] {
  return blocks.some(({ part }) => part === 'html') ? 'text' : undefined;
}
