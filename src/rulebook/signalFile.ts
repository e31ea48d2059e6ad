import { z } from 'zod';

const oneOrMore = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).transform((one) => [one].flat());

/** A vocabulary file: the patterns of one signal. */
export const signalFile = z.strictObject({
  signal: z.string().min(1),
  patterns: z.array(
    z.strictObject({ words: oneOrMore, polarity: z.string().exactOptional(), example: z.string().exactOptional() }),
  ),
  unless: z.array(z.string().min(1)).default([]),
});
