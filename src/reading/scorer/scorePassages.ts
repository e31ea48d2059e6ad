import type { MailType } from '../../mail/Mail.js';
import { neighbours } from '../neighbours.js';
import type { Score, ScoredPassage, Sentence } from '../Reading.js';
import { mailTypeOutputs } from './mailTypeOutputs.js';
import { Scorer, type TokenWeight } from './Scorer.js';
import type { ScorerModelFile } from './ScorerModel.js';

/** What a mail is for is told by then, however long it goes on. */
const mostForMailType = 60;

interface LoadedModel {
  readonly scorer: Scorer;
  /** The outputs that tell what a mail is for, by their indexes. */
  readonly mailTypes: readonly { readonly type: MailType; readonly output: number }[];
  readonly outputs: ReadonlyMap<string, number>;
}

const loadedModels = new WeakMap<ScorerModelFile, LoadedModel>();

/**
 * Scores a mail: every two sentences that follow each other in a block, and every block of one sentence.
 *
 * @param types what the mail is for, as far as that is known.
 * @param modelOf the model of a language; sentences in a language without one are not scored.
 */
export function scorePassages(
  sentences: readonly Sentence[],
  types: readonly MailType[],
  modelOf: (language: string) => ScorerModelFile | undefined,
): readonly ScoredPassage[] {
  return passagesOf(sentences).flatMap((passage) => {
    const model = modelOf(passage[0]?.language ?? '');
    return model ? [scorePassage(passage, types, loadedModel(model))] : [];
  });
}

/** What a few sentences say of what the mail is for that they stand in. */
export interface MailTypeScores {
  readonly sentences: readonly Sentence[];
  /** Above 0 the model would say yes. */
  readonly scores: ReadonlyMap<MailType, number>;
}

/**
 * Scores passages of a mail by what the mail may be for.
 *
 * @param modelOf the model of a language; sentences in a language without one are not scored.
 */
export function scoreMailTypes(
  sentences: readonly Sentence[],
  modelOf: (language: string) => ScorerModelFile | undefined,
): readonly MailTypeScores[] {
  return passagesOf(sentences)
    .slice(0, mostForMailType)
    .flatMap((passage) => {
      const model = modelOf(passage[0]?.language ?? '');
      return model ? [{ sentences: passage, scores: mailTypeScores(passage, loadedModel(model)) }] : [];
    });
}

function mailTypeScores(
  passage: readonly Sentence[],
  { scorer, mailTypes }: LoadedModel,
): ReadonlyMap<MailType, number> {
  const values = scorer.score(passage, []);
  return new Map(mailTypes.map(({ type, output }) => [type, values[output] ?? 0]));
}

/** The sentences of a mail in the portions that the models are asked about. */
export function passagesOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const pairs = neighbours(sentences).filter(([first, second]) => first.block === second.block);
  const paired = new Set(pairs.flat());
  return [...pairs, ...sentences.filter((sentence) => !paired.has(sentence)).map((sentence) => [sentence])];
}

function scorePassage(
  sentences: readonly Sentence[],
  types: readonly MailType[],
  { scorer, outputs }: LoadedModel,
): ScoredPassage {
  const values = scorer.score(sentences, types);
  const scores = new Map<string, Score>();
  for (const [output, { name, thresholds }] of scorer.outputs.entries()) {
    scores.set(name, { value: values[output] ?? 0, thresholds });
  }
  const explain = (name: string): readonly TokenWeight[] => {
    const output = outputs.get(name);
    return output === undefined ? [] : scorer.explain(sentences, types, output);
  };
  return { sentences, scores, explain };
}

function loadedModel(model: ScorerModelFile): LoadedModel {
  const known = loadedModels.get(model);
  if (known) return known;
  const scorer = new Scorer(model);
  const outputs = new Map(scorer.outputs.map(({ name }, output) => [name, output]));
  const mailTypes = [...mailTypeOutputs].flatMap(([type, name]) => {
    const output = outputs.get(name);
    return output === undefined ? [] : [{ type, output }];
  });
  const loaded = { scorer, mailTypes, outputs };
  loadedModels.set(model, loaded);
  return loaded;
}
