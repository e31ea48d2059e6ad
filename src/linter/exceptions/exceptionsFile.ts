import { z } from 'zod';

const text = z.string().trim().min(1);

/** `tactful-exceptions.yml` as its author writes it. */
export const exceptionsFile = z.strictObject({
  exceptions: z
    .array(
      z.strictObject({
        rule: text.describe('The rule whose finding may pass.'),
        fingerprint: z
          .union([z.string(), z.number().transform(String)])
          .transform((value) => value.toLowerCase())
          .pipe(z.string().regex(/^[0-9a-f]{16}$/u, 'Expected the 16 signs of a fingerprint, in quotation marks')),
        reason: text.describe('Why it may pass.'),
        by: text.describe('Who has granted it.').exactOptional(),
        until: z
          .union([z.iso.date('Expected a day such as 2027-01-31')])
          .describe('The last day on which it holds.')
          .exactOptional(),
        file: text
          .describe('The mail, relative to this file; any mail in and below its folder where none is named.')
          .exactOptional(),
        sentence: z
          .string()
          .describe('The words, for those who read this file; nothing depends on them.')
          .exactOptional(),
      }),
    )
    .default([]),
});
