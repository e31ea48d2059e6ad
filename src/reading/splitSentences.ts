import { kindAt } from './characterAt.js';
import { endsSentence } from './endsSentence.js';
import { findAddresses } from './findAddresses.js';
import { lineEndsSentence } from './lineEndsSentence.js';
import type { SentenceRules } from './SentenceRules.js';
import { type Lookup, lookupOf } from './sentenceLookup.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const terminators = '.!?…';

/**
 * Finds the sentences of a text. A line break can end one too. Linear in the length of the text.
 *
 * @param atoms stretches that are never split, such as template placeholders; sorted and without overlap.
 * @returns sentences in order, without the white space around them; offsets are UTF-16 code units, end exclusive.
 * @example splitSentences('One. Two.', rules, []) // [{ start: 0, end: 4 }, { start: 5, end: 9 }]
 */
export function splitSentences(text: string, rules: SentenceRules, atoms: readonly Stretch[]): readonly Stretch[] {
  const opaque = fill(text, atoms);
  const masked = fill(opaque, findAddresses(opaque, 0, opaque.length));
  const lookup = lookupOf(rules);
  const sentences: Stretch[] = [];
  let start = skipSpace(masked, 0);
  let position = start;
  while (position < masked.length) {
    const end = endOfSentenceAt(masked, position, start, lookup);
    if (end === undefined) {
      position += 1;
      continue;
    }
    if (end > start) sentences.push({ start, end });
    start = skipSpace(masked, end);
    position = Math.max(start, position + 1);
  }
  const end = trimEnd(masked, start);
  return end > start ? [...sentences, { start, end }] : sentences;
}

/** Where the sentence ends whose closing sign or line break stands at the position; undefined if none ends here. */
function endOfSentenceAt(text: string, position: number, start: number, lookup: Lookup): number | undefined {
  const character = text.charAt(position);
  if (character === '\n')
    return lineEndsSentence(text, position, start, lookup) ? trimBack(text, position, start) : undefined;
  if (!terminators.includes(character) || terminators.includes(text.charAt(position + 1))) return undefined;
  let end = position + 1;
  while (end < text.length && lookup.closing.includes(text.charAt(end))) end++;
  return endsSentence(text, { position, end, start }, lookup) ? end : undefined;
}

/** Puts a capitalised word in the place of each stretch, so that a sentence may begin with it. */
function fill(text: string, stretches: readonly Stretch[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of stretches) {
    if (start < position || end <= start || end > text.length) continue;
    pieces.push(text.slice(position, start), 'X', 'x'.repeat(end - start - 1));
    position = end;
  }
  return pieces.join('') + text.slice(position);
}

function skipSpace(text: string, from: number): number {
  let position = from;
  while (position < text.length && isBlank(text, position)) position++;
  return position;
}

function trimBack(text: string, from: number, start: number): number {
  let end = from;
  while (end > start && isBlank(text, end - 1)) end--;
  return end;
}

function trimEnd(text: string, start: number): number {
  return trimBack(text, text.length, start);
}

function isBlank(text: string, position: number): boolean {
  const kind = kindAt(text, position);
  return kind === 'space' || kind === 'invisible';
}
