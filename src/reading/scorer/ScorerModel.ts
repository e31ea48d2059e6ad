/** A trained linear model of one language as it is written to `rules/models/<lang>.json`. */
export interface ScorerModelFile {
  readonly outputs: readonly ScorerOutput[];
  /** How much each group of features counts, in the order of `featureGroups`. */
  readonly groupScales: readonly number[];
  /** The hashes of the features that the model knows, 32-bit unsigned, little endian, ascending, base64. */
  readonly hashes: string;
  /** How rare each feature is, in steps of `rarityStep`, 8-bit unsigned, base64. */
  readonly rarities: string;
  readonly rarityStep: number;
  /** For each feature the weight for every output, in steps of the output's `step`, as `weightLevels.ts` packs it, base64. */
  readonly weights: string;
}

/** One thing that the model tells of a passage: a rule's name, or `says:` and what is conveyed. */
export interface ScorerOutput {
  readonly name: string;
  readonly bias: number;
  readonly step: number;
  readonly thresholds: ScoreThresholds;
}

/** Scores from which on something holds; how they are found stands in ARCHITECTURE.md. */
export interface ScoreThresholds {
  /** The scorer's word alone is enough for a finding. */
  readonly alone: number;
  /** The scorer's word alone is enough for an error. */
  readonly sure: number;
  /** With a lower score not even a complete frame is a finding. */
  readonly frame: number;
}
