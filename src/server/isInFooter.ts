import type { Sentence } from '../reading/Reading.js';

/** Whether a sentence stands where a mail speaks of the mailing itself. */
export function isInFooter({ part }: Sentence): boolean {
  return part === 'footer' || part === 'postscript';
}
