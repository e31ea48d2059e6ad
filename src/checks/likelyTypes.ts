import type { MailType } from '../mail/Mail.js';
import type { Reading } from '../reading/Reading.js';

/** The types that a mail is taken for: all that it declares, else the likeliest. */
export function likelyTypes({ types, typesAreDeclared }: Reading): readonly MailType[] {
  return (typesAreDeclared ? types : types.slice(0, 1)).map(({ type }) => type);
}
