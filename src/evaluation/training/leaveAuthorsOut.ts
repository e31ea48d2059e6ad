import { Scorer } from '../../reading/scorer/Scorer.js';
import type { ScoreThresholds } from '../../reading/scorer/ScorerModel.js';
import { passagesOf } from '../../reading/scorer/scorePassages.js';
import type { TrainingPassage } from './TrainingPassage.js';
import { trainScorer } from './trainScorer.js';

/** What a model that had no part of its author's text says of a passage. */
export interface ForeignScore {
  readonly passage: TrainingPassage;
  /** For every output the highest score in the passage. */
  readonly scores: readonly number[];
}

/** For a model of which only the scores are asked. */
export const noThresholds: ScoreThresholds = { alone: 0, sure: 0, frame: 0 };

/**
 * In so many parts all authors are divided. A model for each author would say much the same, and with more authors it
 * takes longer by their square.
 */
const mostParts = 10;

/** Scores every passage by a model trained on authors other than its own. */
export function leaveAuthorsOut(
  passages: readonly TrainingPassage[],
  outputs: readonly string[],
): readonly ForeignScore[] {
  const authors = [...new Set(passages.map(({ author }) => author))];
  const partOf = new Map(authors.map((author, index) => [author, index % mostParts]));
  return [...new Set(partOf.values())].flatMap((part) => {
    const isLeftOut = ({ author }: TrainingPassage): boolean => partOf.get(author) === part;
    const others = passages.filter((passage) => !isLeftOut(passage));
    const scorer = new Scorer(trainScorer(others, outputs, () => noThresholds));
    return passages.filter(isLeftOut).map((passage) => scoreForeign(passage, scorer));
  });
}

/** Scores a passage by a model that had no part of its author's text. */
export function scoreForeign(passage: TrainingPassage, scorer: Scorer): ForeignScore {
  const windows = passagesOf(passage.sentences).map((sentences) => scorer.score(sentences, passage.types));
  return {
    passage,
    scores: scorer.outputs.map((_, output) =>
      Math.max(...windows.map((scores) => scores[output] ?? Number.NEGATIVE_INFINITY)),
    ),
  };
}
