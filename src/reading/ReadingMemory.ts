import { RecentMemory } from '../mail/RecentMemory.js';
import type { Language } from '../rulebook/Language.js';
import type { DetectedLanguage } from './detectLanguage.js';
import type { LanguageModel } from './LanguageModel.js';
import type { Sentence } from './Reading.js';
import type { Scorer } from './scorer/Scorer.js';
import type { Token } from './Token.js';

/** What a sentence is by its words alone, wherever in a mail they stand. Offsets are into the text of its block. */
export type SentenceWords = Pick<Sentence, 'start' | 'end' | 'tokens' | 'quoted' | 'signals'>;

/** Characters of text in a generation; with all that is known of them some 100 bytes for each. */
const mostText = 250_000;

/** As many answers to what a passage scores are kept: what mails are for changes seldom. */
const mostAnswers = 4;

/**
 * What reading mails has found out about texts, so that it is found out once: whoever types changes one block and leaves
 * hundreds as they were, and the mails of a campaign share their footers. All of it follows from the words and the
 * language alone, never from where they stand, so a mail reads the same with a memory as without.
 */
export class ReadingMemory {
  readonly #sentences = new WeakMap<Language, RecentMemory<readonly SentenceWords[]>>();
  readonly #languages = new WeakMap<LanguageModel, RecentMemory<DetectedLanguage>>();
  readonly #scores = new WeakMap<readonly Token[], PassageScores>();

  /** The sentences of texts in a language. */
  sentencesIn(language: Language): RecentMemory<readonly SentenceWords[]> {
    return memoryOf(this.#sentences, language);
  }

  /** The languages of texts, as a model tells them. */
  languagesBy(model: LanguageModel): RecentMemory<DetectedLanguage> {
    return memoryOf(this.#languages, model);
  }

  /**
   * What a scorer says of a passage whose words are remembered; it is forgotten with them.
   *
   * @param told what the scorer is told besides the words.
   * @returns a score for each output.
   */
  scoresOf(
    sentences: readonly Sentence[],
    scorer: Scorer,
    told: string,
    make: () => readonly number[],
  ): readonly number[] {
    const [first, second] = sentences;
    if (first === undefined || sentences.length > 2) return make();
    let known = this.#scores.get(first.tokens);
    if (known === undefined || known.second !== second?.tokens || known.scorer !== scorer) {
      known = { second: second?.tokens, scorer, answers: new Map() };
      this.#scores.set(first.tokens, known);
    }
    const before = known.answers.get(told);
    if (before !== undefined) return before;
    const answer = make();
    if (known.answers.size >= mostAnswers) known.answers.clear();
    known.answers.set(told, answer);
    return answer;
  }
}

/** What is known of the passage that begins with a sentence. */
interface PassageScores {
  readonly second: readonly Token[] | undefined;
  readonly scorer: Scorer;
  readonly answers: Map<string, readonly number[]>;
}

function memoryOf<Key extends object, Value>(
  memories: WeakMap<Key, RecentMemory<Value>>,
  key: Key,
): RecentMemory<Value> {
  const known = memories.get(key);
  if (known !== undefined) return known;
  const memory = new RecentMemory<Value>(mostText);
  memories.set(key, memory);
  return memory;
}
