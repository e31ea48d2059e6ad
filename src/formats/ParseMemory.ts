import type { RootContent } from 'mdast';
import { RecentMemory } from '../mail/RecentMemory.js';

/** Characters of text in a generation. */
const mostText = 500_000;

/**
 * What parsing has made of stretches of source, so that whoever types waits for the one that changes only. A mail is
 * parsed the same with a memory as without.
 */
export class ParseMemory {
  /** Trees of stretches of Markdown, with offsets from where each begins. They are not to be changed. */
  readonly markdown = new RecentMemory<readonly RootContent[]>(mostText);
}
