import { holdsEvidence } from '../../checks/findPassages.js';
import { isAboutWords } from '../../checks/isAboutWords.js';
import { matchFrames } from '../../checks/matchFrame.js';
import { mailTypeOutputs } from '../../reading/scorer/mailTypeOutputs.js';
import type { ScorerModelFile } from '../../reading/scorer/ScorerModel.js';
import type { Frame } from '../../rulebook/Rule.js';
import type { Rulebook } from '../../rulebook/Rulebook.js';
import type { Judged } from './chooseThresholds.js';
import { chooseThresholds } from './chooseThresholds.js';
import type { ForeignScore } from './leaveOneOut.js';
import { leaveOneOut } from './leaveOneOut.js';
import type { TrainingPassage } from './TrainingPassage.js';
import { trainScorer } from './trainScorer.js';

/** A rule must seldom be wrong; what a mail conveys is told either way, so there both kinds of mistake weigh alike. */
const rulePrecision = 0.9;

interface Output {
  readonly name: string;
  readonly frames: readonly Frame[];
  readonly evidence: readonly (readonly string[])[];
  readonly precision: number | undefined;
}

/**
 * Trains the scorer of one language: thresholds by leaving out one author at a time, then the model on all.
 *
 * @param labelled passages of that language, read with the rulebook.
 */
export function trainLanguage(labelled: readonly TrainingPassage[], rulebook: Rulebook): ScorerModelFile {
  const passages = labelled.map(withMailTypes);
  const outputs = outputsOf(rulebook);
  const names = outputs.map(({ name }) => name);
  const foreign = leaveOneOut(passages, names);
  const thresholds = new Map(
    outputs.map((output, index) => [output.name, chooseThresholds(judge(foreign, output, index), output.precision)]),
  );
  const all = [...names, ...mailTypeOutputs.values()];
  return trainScorer(passages, all, (name) => thresholds.get(name) ?? { alone: 1, sure: 1, frame: 1 });
}

/** What a mail is for is told of all its passages, so that what belongs to such a mail is learned, and not one sentence. */
function withMailTypes(passage: TrainingPassage): TrainingPassage {
  const types = passage.types.flatMap((type) => mailTypeOutputs.get(type) ?? []);
  const undecided = types.length > 0 ? [] : mailTypeOutputs.values();
  return {
    ...passage,
    labels: new Set([...passage.labels, ...types]),
    undecided: new Set([...passage.undecided, ...undecided]),
  };
}

/** All outputs that a rule or a conveyance asks for, in a fixed order. */
function outputsOf(rulebook: Rulebook): readonly Output[] {
  const ofRules = rulebook.rules.flatMap((rule) =>
    isAboutWords(rule) && rule.scorer !== undefined
      ? [{ name: rule.scorer, frames: rule.frames, evidence: rule.evidence ?? [], precision: rulePrecision }]
      : [],
  );
  const ofConveyances = Object.values(rulebook.conveyances).flatMap(({ scorer, frames }) =>
    scorer === undefined ? [] : [{ name: scorer, frames, evidence: [], precision: undefined }],
  );
  return [...ofRules, ...ofConveyances].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function judge(foreign: readonly ForeignScore[], { name, frames, evidence }: Output, index: number): readonly Judged[] {
  return foreign
    .filter(({ passage }) => !passage.undecided.has(name))
    .map(({ passage, scores }) => ({
      score: scores[index] ?? Number.NEGATIVE_INFINITY,
      isPositive: passage.labels.has(name),
      hasFrame: matchFrames(frames, passage.sentences).length > 0,
      hasEvidence: holdsEvidence(evidence, passage.sentences),
    }));
}
