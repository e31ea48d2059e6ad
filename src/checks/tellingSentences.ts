import type { ScoredPassage, Sentence } from '../reading/Reading.js';
import type { Token } from '../reading/Token.js';

/** A sentence with less of what speaks for a finding is only its company. */
const leastShare = 0.3;

/** So many words explain a score; more would explain nothing. */
const mostTokens = 4;

export interface TellingSentence {
  readonly sentence: Sentence;
  /** The words that weighed most, in reading order. */
  readonly tokens: readonly Token[];
}

/** The sentences of a passage that an output's score comes from, each with the words that weighed most. */
export function tellingSentences(passage: ScoredPassage, output: string): readonly TellingSentence[] {
  const weights = passage.explain(output);
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const strongest = new Set(weights.slice(0, mostTokens).map(({ token }) => token));
  const shares = passage.sentences.map((sentence) => {
    const own = new Set(sentence.tokens);
    const share = weights.reduce((sum, { token, weight }) => (own.has(token) ? sum + weight : sum), 0) / total;
    return { sentence, share, tokens: sentence.tokens.filter((token) => strongest.has(token)) };
  });
  const telling = shares.filter(({ share }) => share >= leastShare);
  return telling.length > 0 ? telling : shares;
}
