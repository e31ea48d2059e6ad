import type { Block, Mail } from '../mail/Mail.js';
import type { Language } from '../rulebook/Language.js';
import { matchSignals } from './matchSignals.js';
import { isWithin, quotedStretches } from './quotedStretches.js';
import type { MailPart, Sentence } from './Reading.js';
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
 */
export function readSentences(
  mail: Mail,
  partOf: (block: Block) => MailPart,
  languageOf: (block: Block) => Language | undefined,
): readonly Sentence[] {
  return mail.children.flatMap((block) => {
    const language = languageOf(block);
    return language ? readBlock(block, language, partOf(block)) : [];
  });
}

function readBlock(block: Block, language: Language, part: MailPart): readonly Sentence[] {
  const text = block.text.value;
  const keys = keysOf(language);
  const quotes = quotedStretches(text, language.sentences.quotes);
  return splitSentences(text, language.sentences, block.placeholders).flatMap(({ start, end }) =>
    inPieces(tokenize(text, start, end, block.placeholders, language.tokens)).map((tokens): Sentence => {
      const first = tokens[0]?.start ?? start;
      const last = tokens.at(-1)?.end ?? end;
      const isQuoted = (token: Token): boolean => isWithin(token, quotes);
      const signals = matchSignals(tokens, keys.ofSentence(tokens), language.vocabulary).filter(
        (signal) => !tokens.slice(signal.start, signal.end).every(isQuoted),
      );
      const quoted = new Set(quotes.length === 0 ? [] : tokens.filter(isQuoted));
      return { block, start: first, end: last, language: language.tag, part, tokens, quoted, signals };
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
