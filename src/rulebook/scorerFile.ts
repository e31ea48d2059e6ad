import { z } from 'zod';

/** `rules/models/<lang>.json`, as the training writes it. */
export const scorerFile = z.strictObject({
  outputs: z.array(
    z.strictObject({
      name: z.string(),
      bias: z.number(),
      step: z.number(),
      thresholds: z.strictObject({ alone: z.number(), sure: z.number(), frame: z.number() }),
    }),
  ),
  groupScales: z.array(z.number()),
  hashes: z.string(),
  rarities: z.string(),
  rarityStep: z.number(),
  weights: z.string(),
});
