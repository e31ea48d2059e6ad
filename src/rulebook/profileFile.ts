import { z } from 'zod';
import { ruleSeverities } from './RuleSeverity.js';

const localText = z.record(z.string(), z.string().min(1)).refine((text) => 'en' in text, 'expected a text in “en”');

/** A file of `rules/profiles/`. */
export const profileFile = z.strictObject({
  profile: z.string().regex(/^[a-z][a-z0-9-]*$/u, 'expected lower-case words joined by hyphens'),
  name: localText,
  about: localText,
  extends: z.array(z.string()).default([]),
  severities: z.record(z.string(), z.enum(ruleSeverities)).default({}),
  options: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  references: z.array(z.string()).min(1),
});
