import type { TrainingPassage } from '../../src/evaluation/training/TrainingPassage.js';
import { featureGroups, passageFeatures } from '../../src/reading/scorer/passageFeatures.js';
import { passagesOf } from '../../src/reading/scorer/scorePassages.js';
import type { TrialSettings } from './trainTrial.js';

/** One thing that is done differently from the model as it is shipped. */
export interface Trial {
  readonly name: string;
  readonly settings?: Partial<TrialSettings>;
  /** In the order of `featureGroups`. */
  readonly groupScales?: readonly number[];
  /** What of the passages to learn from is taken. */
  learnsFrom?(passage: TrainingPassage): boolean;
  /** How a passage is seen, in training and in use. */
  seenAs?(passage: TrainingPassage): TrainingPassage;
  /** The portions in which a passage is scored; two sentences at a time unless told. */
  windows?(passage: TrainingPassage): readonly TrainingPassage[];
}

const isFromMail = ({ author }: TrainingPassage): boolean => author.startsWith('mails-');

/** What is tried; the first is the model as it is shipped, but for pruning and rounding. */
export const trials: readonly Trial[] = [
  { name: 'as shipped' },
  { name: 'without signals', groupScales: [1, 1, 0] },
  { name: 'without groups of letters', groupScales: [1, 0, 0.5] },
  { name: 'signals at full weight', groupScales: [1, 1, 1] },
  { name: 'without mail types', seenAs: (passage) => ({ ...passage, types: [] }) },
  { name: 'scored one sentence at a time', windows: singleSentences },
  { name: 'cost 0.3 instead of 1', settings: { cost: 0.3 } },
  { name: 'passages to flag at twice the weight', settings: { positiveWeight: 2 } },
  { name: 'weights averaged over rounds', settings: { isAveraged: true } },
  { name: 'without the labelled mails (hard negatives)', learnsFrom: (passage) => !isFromMail(passage) },
];

/** The portions that the shipped scorer is asked about. */
export function shippedWindows(passage: TrainingPassage): readonly TrainingPassage[] {
  return passagesOf(passage.sentences).map((sentences) => ({ ...passage, sentences }));
}

function singleSentences(passage: TrainingPassage): readonly TrainingPassage[] {
  return passage.sentences.map((sentence) => ({ ...passage, sentences: [sentence] }));
}

/** A passage's features with the group of each. */
export function featuresOf({ sentences, types }: TrainingPassage): ReadonlyMap<number, number> {
  return new Map(passageFeatures(sentences, types).map(({ hash, group }) => [hash, featureGroups.indexOf(group)]));
}
