import type { MailType } from '../../mail/Mail.js';
import { neighbours } from '../neighbours.js';
import type { Score, ScoredPassage, Sentence } from '../Reading.js';
import { mailTypeOutputs } from './mailTypeOutputs.js';
import { Scorer } from './Scorer.js';
import type { ScorerModelFile } from './ScorerModel.js';

/** What a mail is for is told by then, however long it goes on. */
const mostForMailType = 60;

const scorers = new WeakMap<ScorerModelFile, Scorer>();

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
    return model ? [scorePassage(passage, types, scorerOf(model))] : [];
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
      return model ? [{ sentences: passage, scores: mailTypeScores(passage, scorerOf(model)) }] : [];
    });
}

function mailTypeScores(passage: readonly Sentence[], scorer: Scorer): ReadonlyMap<MailType, number> {
  const values = scorer.score(passage, []);
  return new Map(
    [...mailTypeOutputs].flatMap(([type, name]) => {
      const value = values[scorer.outputs.findIndex((output) => output.name === name)];
      return value === undefined ? [] : [[type, value] as const];
    }),
  );
}

/** The sentences of a mail in the portions that the models are asked about. */
export function passagesOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const pairs = neighbours(sentences).filter(([first, second]) => first.block === second.block);
  const paired = new Set(pairs.flat());
  return [...pairs, ...sentences.filter((sentence) => !paired.has(sentence)).map((sentence) => [sentence])];
}

function scorePassage(sentences: readonly Sentence[], types: readonly MailType[], scorer: Scorer): ScoredPassage {
  const values = scorer.score(sentences, types);
  const scores = scorer.outputs.map(({ name, thresholds }, output): readonly [string, Score] => [
    name,
    { value: values[output] ?? 0, thresholds },
  ]);
  return {
    sentences,
    scores: new Map(scores),
    explain: (name) =>
      scorer.explain(
        sentences,
        types,
        scorer.outputs.findIndex((output) => output.name === name),
      ),
  };
}

function scorerOf(model: ScorerModelFile): Scorer {
  const known = scorers.get(model);
  if (known) return known;
  const scorer = new Scorer(model);
  scorers.set(model, scorer);
  return scorer;
}
