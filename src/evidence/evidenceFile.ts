import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const range = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });
const finding = z.strictObject({
  rule: z.string(),
  severity: z.string(),
  fingerprint: z.string(),
  text: z.string(),
  range,
});

/** A record of what was linted, how, and what came of it; the same bytes for the same inputs and moment. */
export const evidenceFile = z.strictObject({
  evidence: z.literal(1),
  /** The moment of the run, that of SOURCE_DATE_EPOCH where it is set. */
  created: z.iso.datetime(),
  tool: z.strictObject({ name: z.literal('tactful'), version: z.string(), rules: sha256 }),
  /** Law and guidance that the rules refer to, with the day on which each was last compared. */
  references: z.record(z.string(), z.strictObject({ title: z.string(), url: z.string(), checked: z.string() })),
  /** Every file that had a say: mails, settings, campaigns, exceptions, the baseline. */
  inputs: z.array(z.strictObject({ path: z.string(), kind: z.enum(['mail', 'other']), sha256 })),
  mails: z.array(
    z.strictObject({
      path: z.string(),
      findings: z.array(finding),
      excepted: z.array(
        z.strictObject({
          finding,
          origin: z.enum(['mail', 'file']),
          reason: z.string(),
          by: z.string().exactOptional(),
          until: z.string().exactOptional(),
        }),
      ),
      known: z.array(finding),
      /** What was set for the mail, each with where it comes from. */
      settings: z.array(z.strictObject({ name: z.string(), value: z.unknown(), from: z.string() })),
    }),
  ),
  problems: z.array(z.strictObject({ path: z.string().exactOptional(), message: z.string() })),
  /** Of all above, so that a change to the record shows. */
  sha256,
});

export type Evidence = z.output<typeof evidenceFile>;
