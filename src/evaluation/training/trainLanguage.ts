import type { ScorerModelFile } from '../../reading/scorer/ScorerModel.js';
import type { Rulebook } from '../../rulebook/Rulebook.js';
import { chooseThresholds } from './chooseThresholds.js';
import { leaveOneOut } from './leaveOneOut.js';
import { judgeForeign, scorerOutputs } from './scorerOutputs.js';
import type { TrainingPassage } from './TrainingPassage.js';
import { trainScorer } from './trainScorer.js';

/**
 * Trains the scorer of one language: thresholds by leaving out one author at a time, then the model on all.
 *
 * @param passages of that language, read with the rulebook.
 */
export function trainLanguage(passages: readonly TrainingPassage[], rulebook: Rulebook): ScorerModelFile {
  const outputs = scorerOutputs(rulebook);
  const names = outputs.map(({ name }) => name);
  const foreign = leaveOneOut(passages, names);
  const thresholds = new Map(
    outputs.map((output, index) => [
      output.name,
      chooseThresholds(judgeForeign(foreign, output, index), output.precision),
    ]),
  );
  return trainScorer(passages, names, (name) => thresholds.get(name) ?? { alone: 1, sure: 1, frame: 1 });
}
