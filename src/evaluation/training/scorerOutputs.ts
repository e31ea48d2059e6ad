import { findsWordings } from '../../checks/findsWordings.js';
import { matchFrames } from '../../checks/matchFrame.js';
import type { Frame } from '../../rulebook/Rule.js';
import type { Rulebook } from '../../rulebook/Rulebook.js';
import type { Judged } from './chooseThresholds.js';
import type { ForeignScore } from './leaveAuthorsOut.js';

/** A rule must seldom be wrong; what a mail conveys is told either way, so there both kinds of mistake weigh alike. */
const rulePrecision = 0.9;

/** Something that the scorer tells of a passage, and what has a say in it besides. */
export interface OutputDefinition {
  readonly name: string;
  readonly frames: readonly Frame[];
  readonly precision: number | undefined;
}

/** All outputs that a rule or a conveyance asks for, in a fixed order. */
export function scorerOutputs(rulebook: Rulebook): readonly OutputDefinition[] {
  const ofRules = rulebook.rules.flatMap((rule) =>
    findsWordings(rule) && rule.scorer !== undefined
      ? [{ name: rule.scorer, frames: rule.frames, precision: rulePrecision }]
      : [],
  );
  const ofConveyances = Object.values(rulebook.conveyances).flatMap(({ scorer, frames }) =>
    scorer === undefined ? [] : [{ name: scorer, frames, precision: undefined }],
  );
  return [...ofRules, ...ofConveyances].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * What foreign scores say of one output, for choosing its thresholds. Passages that are undecided are left out.
 *
 * @param index of the output in the scores.
 */
export function judgeForeign(
  foreign: readonly ForeignScore[],
  { name, frames }: OutputDefinition,
  index: number,
): readonly Judged[] {
  return foreign
    .filter(({ passage }) => !passage.undecided.has(name))
    .map(({ passage, scores }) => ({
      score: scores[index] ?? Number.NEGATIVE_INFINITY,
      isPositive: passage.labels.has(name),
      hasFrame: matchFrames(frames, passage.sentences).length > 0,
    }));
}
