import { z } from 'zod';
import { authorFigures } from './AuthorFigures.js';

const score = z.object({
  name: z.string(),
  expected: z.number(),
  found: z.number(),
  falseAlarms: z.number(),
});

const languageScores = z.array(z.object({ language: z.string(), rules: z.array(score), says: z.array(score) }));
export type LanguageScores = z.output<typeof languageScores>;

const typeScore = z.object({ mails: z.number(), right: z.number(), unknown: z.number() });

/** What the shipped linter comes to, as totals. */
export const totals = z.object({
  heldOut: languageScores,
  mails: languageScores,
  fixtures: languageScores,
  mailTypes: z.object({
    overall: typeScore,
    languages: z.array(typeScore.extend({ language: z.string() })),
    types: z.array(typeScore.extend({ type: z.string() })),
  }),
});
export type Totals = z.output<typeof totals>;

/** Counts of reports on public templates; the file is made elsewhere, since the templates are not in this repository. */
export const publicCounts = z.strictObject({
  /** What was linted and how, in a sentence or two. */
  about: z.string().min(1),
  repositories: z.array(
    z.strictObject({
      name: z.string(),
      files: z.number().int().nonnegative(),
      /** By rule; errors are among the findings. */
      findings: z.record(
        z.string(),
        z.strictObject({ findings: z.number().int().nonnegative(), errors: z.number().int().nonnegative().default(0) }),
      ),
    }),
  ),
});
export type PublicCounts = z.output<typeof publicCounts>;

export const peerCounts = z.object({
  bad: z.number(),
  fair: z.number(),
  peers: z.array(z.object({ name: z.string(), bad: z.number(), fair: z.number() })),
});
export type PeerCounts = z.output<typeof peerCounts>;

export const experiments = z.record(
  z.string(),
  z.array(z.object({ output: z.string(), averagePrecision: z.number(), f1: z.number() })),
);
export type Experiments = z.output<typeof experiments>;

export const authors = authorFigures;
