import type { Block, Mail } from '../mail/Mail.js';
import type { Language } from '../rulebook/Language.js';
import { matchSignals } from './matchSignals.js';
import { isWithin, quotedStretches } from './quotedStretches.js';
import type { MailPart, Sentence } from './Reading.js';
import { ReadingMemory, type SentenceWords } from './ReadingMemory.js';
import { splitSentences } from './splitSentences.js';
import { stemmerOf } from './stemmerOf.js';
import type { Token } from './Token.js';
import { TokenKeys } from './TokenKeys.js';
import { tokenize } from './tokenize.js';

/** A longer “sentence” is a table, code or a trick, and is read in pieces, so that reading stays linear. */
const mostTokens = 300;

const keysByLanguage = new WeakMap<Language, TokenKeys>();

/**
 * Splits a mail's blocks into sentences and finds the signals in each.
 *
 * @param languageOf the language of a block; blocks in a language that is not known have no sentences.
 * @param memory of texts that were read before.
 */
export function readSentences(
  mail: Mail,
  partOf: (block: Block) => MailPart,
  languageOf: (block: Block) => Language | undefined,
  memory: ReadingMemory = new ReadingMemory(),
): readonly Sentence[] {
  return mail.children.flatMap((block) => {
    const language = languageOf(block);
    if (!language) return [];
    const part = partOf(block);
    const known = memory.sentencesIn(language);
    return known
      .recall(keyOf(block), () => readWords(block, language))
      .map((words): Sentence => ({ block, language: language.tag, part, ...words }));
  });
}

/** All that decides what the sentences of a block are, besides the language. */
function keyOf({ text, placeholders }: Block): string {
  if (placeholders.length === 0) return text.value;
  return `${placeholders.map(({ start, end }) => `${start}-${end}`).join(' ')}\u0000${text.value}`;
}

function readWords({ text: { value: text }, placeholders }: Block, language: Language): readonly SentenceWords[] {
  const keys = keysOf(language);
  const quotes = quotedStretches(text, language.sentences.quotes);
  return splitSentences(text, language.sentences, placeholders).flatMap(({ start, end }) =>
    inPieces(tokenize(text, start, end, placeholders, language.tokens)).map((tokens): SentenceWords => {
      const first = tokens[0]?.start ?? start;
      const last = tokens.at(-1)?.end ?? end;
      const isQuoted = (token: Token): boolean => isWithin(token, quotes);
      const signals = matchSignals(tokens, keys.ofSentence(tokens), language.vocabulary).filter(
        (signal) => !tokens.slice(signal.start, signal.end).every(isQuoted),
      );
      const quoted = new Set(quotes.length === 0 ? [] : tokens.filter(isQuoted));
      return { start: first, end: last, tokens, quoted, signals };
    }),
  );
}

function inPieces(tokens: readonly Token[]): readonly (readonly Token[])[] {
  if (tokens.length <= mostTokens) return tokens.length === 0 ? [] : [tokens];
  const pieces: Token[][] = [];
  for (let at = 0; at < tokens.length; at += mostTokens) pieces.push(tokens.slice(at, at + mostTokens));
  return pieces;
}

function keysOf(language: Language): TokenKeys {
  const known = keysByLanguage.get(language);
  if (known) return known;
  const keys = new TokenKeys(
    language.vocabulary,
    language.stemming && stemmerOf(language.stemming),
    language.afterParticle,
  );
  keysByLanguage.set(language, keys);
  return keys;
}
