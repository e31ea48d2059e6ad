import type { MailType } from '../mail/Mail.js';

/** In these mails a real duty with a real consequence may have to be told. */
const dutifulTypes: readonly MailType[] = ['service', 'transactional'];

/** Whether a mail is known to be of no other kind than those that may have to tell of a duty. */
export function isDutiful(types: readonly MailType[]): boolean {
  return types.length > 0 && types.every((type) => dutifulTypes.includes(type));
}
