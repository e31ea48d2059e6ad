import type { MailType } from '../../mail/Mail.js';
import { mailTypes } from '../../mail/Mail.js';

const prefix = 'mail-type:';

/** The outputs of a model that tell what the mail is for that a passage stands in, by mail type. */
export const mailTypeOutputs: ReadonlyMap<MailType, string> = new Map(mailTypes.map((type) => [type, prefix + type]));

/** Whether an output tells what a mail is for; such an output must not be told it. */
export function isAboutMailType(output: string): boolean {
  return output.startsWith(prefix);
}
