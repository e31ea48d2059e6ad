import { firstIndex } from '../mail/firstIndex.js';
import { characterAt, kindAt } from './characterAt.js';
import { findAddresses } from './findAddresses.js';
import { foldForm } from './foldForm.js';
import { scanNumber } from './scanNumber.js';
import type { Token, TokenKind } from './Token.js';

/** A stretch that is one token whatever stands in it: a template placeholder. */
export interface Atom {
  readonly start: number;
  readonly end: number;
}

/** How a language writes ordinal numbers. */
export interface TokenRules {
  /** Whether `25.` inside a sentence is an ordinal. */
  readonly ordinalDot: boolean;
  /** What makes a number an ordinal when it stands right behind it, in lower case. */
  readonly ordinalEndings: readonly string[];
}

const plainRules: TokenRules = { ordinalDot: false, ordinalEndings: [] };
const apostrophes = "'’ʼ`´";
const hyphens = '-‐‑';
const innerSigns = ':*_·';
const sentenceEnds = '.!?…';

/**
 * Takes `text` from `start` to `end` (usually one sentence) apart. White space and stray invisible characters are left
 * out; all else is in some token. Words keep inner apostrophes, hyphens and gender signs. Linear in the length.
 *
 * @param atoms the placeholders of the whole text, sorted and without overlap.
 * @returns tokens in order; offsets are UTF-16 code units into `text`.
 * @example tokenize('bis 23:59', 0, 9, []) // word 'bis', clock '23:59'
 */
export function tokenize(
  text: string,
  start: number,
  end: number,
  atoms: readonly Atom[],
  rules: TokenRules = plainRules,
): readonly Token[] {
  const tokens: Token[] = [];
  let position = start;
  for (let index = firstIndex(atoms.length, (at) => (atoms[at]?.end ?? 0) > start); index < atoms.length; index++) {
    const atom = atoms[index];
    if (!atom || atom.start >= end) break;
    scanAddressed(text, position, Math.max(position, atom.start), rules, tokens);
    position = Math.max(position, atom.start);
    const atomEnd = Math.min(atom.end, end);
    if (atomEnd > position) tokens.push(tokenOf(text, 'placeholder', position, atomEnd));
    position = Math.max(position, atomEnd);
  }
  scanAddressed(text, position, end, rules, tokens);
  return tokens;
}

function scanAddressed(text: string, start: number, end: number, rules: TokenRules, tokens: Token[]): void {
  let position = start;
  for (const address of findAddresses(text, start, end)) {
    scanPlain(text, position, address.start, rules, tokens);
    tokens.push(tokenOf(text, 'address', address.start, address.end));
    position = address.end;
  }
  scanPlain(text, position, end, rules, tokens);
}

function scanPlain(text: string, start: number, end: number, rules: TokenRules, tokens: Token[]): void {
  let position = start;
  while (position < end) {
    const { kind, width } = characterAt(text, position);
    if (kind === 'space' || kind === 'invisible') {
      position += width;
      continue;
    }
    const token = tokenAt(text, position, width, end, kind, rules);
    tokens.push(token);
    position = token.end;
  }
}

function tokenAt(
  text: string,
  start: number,
  width: number,
  end: number,
  kind: 'letter' | 'digit' | 'mark' | TokenKind,
  rules: TokenRules,
): Token {
  switch (kind) {
    case 'letter':
      return tokenOf(text, 'word', start, endOfWord(text, start, end));
    case 'digit':
      return numberAt(text, start, end, rules);
    case 'punctuation':
      return tokenOf(text, 'punctuation', start, endOfPunctuation(text, start + width, end));
    case 'mark':
    case 'symbol':
      return tokenOf(text, 'symbol', start, endOfSymbol(text, Math.min(start + width, end), end));
    default:
      return tokenOf(text, kind, start, Math.min(start + width, end));
  }
}

function numberAt(text: string, start: number, end: number, rules: TokenRules): Token {
  const scanned = scanNumber(text, start, end, rules.ordinalDot);
  const token = tokenOf(text, scanned.kind, start, scanned.end);
  if (scanned.kind !== 'number') return token;
  const lettersEnd = endOfLetters(text, scanned.end, end);
  if (lettersEnd > scanned.end && rules.ordinalEndings.includes(text.slice(scanned.end, lettersEnd).toLowerCase())) {
    return tokenOf(text, 'ordinal', start, lettersEnd);
  }
  return scanned.mayBeClock ? { ...token, mayBeClock: true } : token;
}

function endOfWord(text: string, start: number, end: number): number {
  const dotted = endOfDottedLetters(text, start, end);
  if (dotted > start) return dotted;
  let position = start;
  while (position < end) {
    const next = endOfLetters(text, position, end);
    if (next >= end || !joins(text, next, end)) return next;
    position = next + 1;
  }
  return end;
}

/** Letters with whatever belongs to them: digits behind a letter, marks, characters that are not seen. */
function endOfLetters(text: string, start: number, end: number): number {
  let position = start;
  let visibleEnd = start;
  while (position < end) {
    const { kind, width } = characterAt(text, position);
    if (kind !== 'letter' && kind !== 'digit' && kind !== 'mark' && kind !== 'invisible') break;
    position = Math.min(position + width, end);
    if (kind !== 'invisible') visibleEnd = position;
  }
  return visibleEnd;
}

function joins(text: string, position: number, end: number): boolean {
  if (position + 1 >= end) return false;
  const character = text.charAt(position);
  const following = kindAt(text, position + 1);
  if (apostrophes.includes(character) || hyphens.includes(character))
    return following === 'letter' || following === 'digit';
  return innerSigns.includes(character) && following === 'letter' && startsLowerCase(text.charAt(position + 1));
}

function startsLowerCase(character: string): boolean {
  return character !== character.toUpperCase();
}

/** `p.m.`, `e.g.`, `U.S.`: single letters, each with a full stop, at least two of them; `start` where it is none. */
function endOfDottedLetters(text: string, start: number, end: number): number {
  let position = start;
  let letters = 0;
  while (position + 1 < end && kindAt(text, position) === 'letter' && text.charAt(position + 1) === '.') {
    position += 2;
    letters++;
  }
  return letters >= 2 ? position : start;
}

function endOfPunctuation(text: string, start: number, end: number): number {
  let position = start;
  if (!sentenceEnds.includes(text.charAt(start - 1))) return position;
  while (position < end && sentenceEnds.includes(text.charAt(position))) position++;
  return position;
}

function endOfSymbol(text: string, start: number, end: number): number {
  let position = start;
  while (position < end) {
    const { kind, width } = characterAt(text, position);
    if (kind !== 'mark' && kind !== 'invisible') break;
    position = Math.min(position + width, end);
  }
  return position;
}

function tokenOf(text: string, kind: TokenKind, start: number, end: number): Token {
  return { kind, start, end, form: foldForm(text.slice(start, end)) };
}
