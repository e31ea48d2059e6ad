import { z } from 'zod';
import { mailTypes } from '../mail/Mail.js';
import { ruleSeverities } from './RuleSeverity.js';
import { localText } from './schemas.js';

/** `2 months`, `6 weeks`, `15 days`. */
const timeSpan = z
  .string()
  .regex(/^[1-9]\d* (?:day|week|month)s?$/u, 'expected a number of days, weeks or months, such as “2 months”')
  .transform((text) => {
    const [count = '', unit = ''] = text.split(' ');
    return { count: Number(count), unit: z.enum(['day', 'week', 'month']).parse(unit.replace(/s$/u, '')) };
  });

/** A file of `rules/profiles/`. */
export const profileFile = z.strictObject({
  profile: z.string().regex(/^[a-z][a-z0-9-]*$/u, 'expected lower-case words joined by hyphens'),
  name: localText,
  about: localText,
  extends: z.array(z.string()).default([]),
  severities: z.record(z.string(), z.enum(ruleSeverities)).default({}),
  ignorable: z.record(z.string(), z.boolean()).exactOptional(),
  options: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  notice: z
    .strictObject({
      time: timeSpan,
      jurisdiction: z.string(),
      mails: z.array(z.enum(mailTypes)).default(['terms-update']),
      checked: z.iso.date(),
    })
    .exactOptional(),
  references: z.array(z.string()).min(1),
});
