import type { Mail } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { Finding } from './Finding.js';

/** Where a report about a whole mail stands: on the first thing that a reader sees of it. */
export function wholeMailPlace(mail: Mail): Pick<Finding, 'text' | 'range'> {
  const first = mail.children.find(({ text }) => text.value !== '');
  return first
    ? { text: first.text.value, range: sourceRangeOf(first.text, 0, first.text.value.length) }
    : { text: '', range: { start: 0, end: 0 } };
}
