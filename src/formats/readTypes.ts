import { type FormatProblem, type MailType, mailTypes } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';

/**
 * Reads the types of mail that metadata declare, each field one or more of them with commas between.
 *
 * @param problems takes the names that are of no type.
 */
export function readTypes(
  fields: readonly { readonly value: string; readonly range: SourceRange }[],
  problems: FormatProblem[],
): readonly MailType[] {
  const types = new Set<MailType>();
  for (const { value, range } of fields) {
    for (const name of value.split(',').map((part) => part.trim().toLowerCase())) {
      const type = mailTypes.find((known) => known === name);
      if (type !== undefined) types.add(type);
      else if (name !== '') {
        problems.push({
          message: `"${name}" is no type of mail. Write one or more of ${mailTypes.join(', ')}.`,
          range,
        });
      }
    }
  }
  return [...types];
}
