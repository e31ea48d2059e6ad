import type { MailPart } from './Reading.js';

/** Whether a part of a mail is what its reader has opened: neither what stands in the list of mails nor what nobody sees. */
export function isInBody(part: MailPart): boolean {
  return part !== 'subject' && part !== 'preheader' && part !== 'hidden';
}
