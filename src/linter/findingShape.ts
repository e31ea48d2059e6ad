import { z } from 'zod';
import { type Finding, severities } from '../checks/Finding.js';

/** Says the shape of every field that a type has, so that a new one cannot be forgotten. */
export type FieldsOf<Type> = Record<keyof Type, z.ZodType>;

/** The shape of a finding that was written down; its places are written in one way in reports, in another in caches. */
export function findingShape<Range extends z.ZodType, Related extends z.ZodType>(range: Range, related: Related) {
  return z.strictObject({
    rule: z.string(),
    severity: z.enum(severities),
    message: z.string(),
    advice: z.string(),
    text: z.string(),
    range,
    related: z.array(related),
    suggestions: z.array(z.string()),
    references: z.array(z.string()),
    fingerprint: z.string().exactOptional(),
    fix: z.strictObject({ range, text: z.string() }).exactOptional(),
  } satisfies FieldsOf<Finding>);
}
