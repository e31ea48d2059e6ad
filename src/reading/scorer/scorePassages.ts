import type { MailType } from '../../mail/Mail.js';
import { neighbours } from '../neighbours.js';
import type { Score, ScoredPassage, Sentence } from '../Reading.js';
import { ReadingMemory } from '../ReadingMemory.js';
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
 * @param memory of passages that were scored before.
 */
export function scorePassages(
  sentences: readonly Sentence[],
  types: readonly MailType[],
  modelOf: (language: string) => ScorerModelFile | undefined,
  memory: ReadingMemory = new ReadingMemory(),
): readonly ScoredPassage[] {
  return passagesOf(sentences).flatMap((passage) => {
    const model = modelOf(passage[0]?.language ?? '');
    return model ? [scorePassage(passage, types, model, memory)] : [];
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
 * @param memory of passages that were scored before.
 */
export function scoreMailTypes(
  sentences: readonly Sentence[],
  modelOf: (language: string) => ScorerModelFile | undefined,
  memory: ReadingMemory = new ReadingMemory(),
): readonly MailTypeScores[] {
  return passagesOf(sentences)
    .slice(0, mostForMailType)
    .flatMap((passage) => {
      const model = modelOf(passage[0]?.language ?? '');
      return model ? [{ sentences: passage, scores: mailTypeScores(scoresOf(passage, [], model, memory)) }] : [];
    });
}

function mailTypeScores(scores: ReadonlyMap<string, Score>): ReadonlyMap<MailType, number> {
  return new Map(
    [...mailTypeOutputs].flatMap(([type, name]) => {
      const score = scores.get(name);
      return score === undefined ? [] : [[type, score.value] as const];
    }),
  );
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
  model: ScorerModelFile,
  memory: ReadingMemory,
): ScoredPassage {
  return {
    sentences,
    scores: scoresOf(sentences, types, model, memory),
    explain: (name) => {
      const scorer = scorerOf(model);
      return scorer.explain(
        sentences,
        types,
        scorer.outputs.findIndex((output) => output.name === name),
      );
    },
  };
}

function scoresOf(
  sentences: readonly Sentence[],
  types: readonly MailType[],
  model: ScorerModelFile,
  memory: ReadingMemory,
): ReadonlyMap<string, Score> {
  // A model asks for nothing else of a passage than its words.
  const told = [...types, ...(sentences.some(isInSubject) ? ['subject'] : [])].join(' ');
  return memory.scoresOf(sentences, model, told, () => {
    const scorer = scorerOf(model);
    const values = scorer.score(sentences, types);
    return new Map(
      scorer.outputs.map(({ name, thresholds }, output) => [name, { value: values[output] ?? 0, thresholds }]),
    );
  });
}

function isInSubject({ part }: Sentence): boolean {
  return part === 'subject';
}

function scorerOf(model: ScorerModelFile): Scorer {
  const known = scorers.get(model);
  if (known) return known;
  const scorer = new Scorer(model);
  scorers.set(model, scorer);
  return scorer;
}
