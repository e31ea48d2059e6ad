import { z } from 'zod';

/** `tactful-baseline.json`: fingerprints by mail (relative to the file) and rule. */
export const baselineFile = z.strictObject({
  version: z.literal(1),
  mails: z.record(z.string(), z.record(z.string(), z.array(z.string().regex(/^[0-9a-f]{16}$/u)))),
});
