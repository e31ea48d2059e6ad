import type { MailType } from '../mail/Mail.js';
import type { Reading } from '../reading/Reading.js';

/** Below this confidence an inferred type is a guess. */
const fewestForKnown = 0.4;

/** The types that rules may go by: all that are declared, else the likeliest, unless that is a mere guess. */
export function likelyTypesOf({ types, typesAreDeclared }: Reading): readonly MailType[] {
  const believed = typesAreDeclared
    ? types
    : types.slice(0, 1).filter(({ confidence }) => confidence >= fewestForKnown);
  return believed.map(({ type }) => type);
}
