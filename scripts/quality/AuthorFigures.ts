import { z } from 'zod';

/** Right reports, false alarms, misses. */
export const counts = z.tuple([z.number(), z.number(), z.number()]);
export type Counts = z.output<typeof counts>;

const tally = z.object({ found: z.number(), right: z.number() });
const share = z.object({ flagged: z.number(), passages: z.number() });

/** What is measured of one rule or conveyance in one language, author by author. */
export const measuredOutput = z.object({
  name: z.string(),
  isConveyed: z.boolean(),
  authors: z.array(
    z.object({
      author: z.string(),
      frames: counts,
      scorer: counts,
      /** As the linter combines them. */
      together: counts,
    }),
  ),
  /** Passages that a frame is complete in and the scorer is silent on, the other way round, and both. */
  framesOnly: tally,
  scorerOnly: tally,
  both: tally,
});
export type MeasuredOutput = z.output<typeof measuredOutput>;

/** What `measureAuthors.ts` measures in one language. */
export const authorFigures = z.object({
  language: z.string(),
  passages: z.number(),
  outputs: z.array(measuredOutput),
  /** Findings of severity error of all rules about words together. */
  errors: z.array(z.object({ author: z.string(), counts })),
  /** Passages that any rule about words reports, among those with a label and those without. */
  flagged: z.object({ bad: share, fair: share }).exactOptional(),
});
export type AuthorFigures = z.output<typeof authorFigures>;
