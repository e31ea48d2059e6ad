import { mailTypeOutputs } from '../../reading/scorer/mailTypeOutputs.js';
import type { ScorerModelFile } from '../../reading/scorer/ScorerModel.js';
import type { Rulebook } from '../../rulebook/Rulebook.js';
import { chooseThresholds } from './chooseThresholds.js';
import { leaveAuthorsOut } from './leaveAuthorsOut.js';
import { judgeForeign, scorerOutputs } from './scorerOutputs.js';
import type { TrainingPassage } from './TrainingPassage.js';
import { trainScorer } from './trainScorer.js';

/**
 * Trains the scorer of one language: thresholds by leaving authors out, then the model on all.
 *
 * @param labelled passages of that language, read with the rulebook.
 */
export function trainLanguage(labelled: readonly TrainingPassage[], rulebook: Rulebook): ScorerModelFile {
  const passages = labelled.map(withMailTypes);
  const outputs = scorerOutputs(rulebook);
  const names = outputs.map(({ name }) => name);
  const foreign = leaveAuthorsOut(passages, names);
  const thresholds = new Map(
    outputs.map((output, index) => [
      output.name,
      chooseThresholds(judgeForeign(foreign, output, index), output.precision),
    ]),
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
