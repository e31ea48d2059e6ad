import type { InheritedMetadata } from '../../src/formats/InheritedMetadata.js';
import { parseMail } from '../../src/formats/parse.js';
import type { Mail, MailFormat } from '../../src/mail/Mail.js';
import { rulebook } from '../rulebook.js';

/** A mail from its source, read with the template tags and labels of this project. */
export function mailOf(source: string, format: MailFormat = 'markdown', inherited: InheritedMetadata = {}): Mail {
  const { templateTags, metadataLabels } = rulebook;
  return parseMail(source, { format, templateTags, metadataLabels, inherited });
}
