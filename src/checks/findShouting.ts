import type { SourceRange } from '../mail/SourceRange.js';
import type { QuotationMarks } from '../reading/quotedStretches.js';
import { isWithin, quotedStretches } from '../reading/quotedStretches.js';
import type { Sentence } from '../reading/Reading.js';
import type { Token } from '../reading/Token.js';
import type { TypographyOptions } from '../rulebook/Rule.js';
import { isCapitalWord, looksLikeWord } from './isCapitalWord.js';
import { countedMarks } from './shoutedMarks.js';

/** A stretch of a block that shouts; offsets into the block's text. */
export interface Shout {
  readonly start: number;
  readonly end: number;
  readonly by: 'capitals' | 'marks' | 'both';
  /** The sentence that it begins in. */
  readonly sentence: Sentence;
}

/** What is asked of a block of text before anything in it counts as shouted. */
export interface ShoutingOptions extends TypographyOptions {
  readonly quotes: QuotationMarks | undefined;
  /** Short forms, in capitals, that the mail itself explains. */
  readonly explained: ReadonlySet<string>;
  /** Where capitals are the style of the house, as offsets into the block's text, in order. */
  readonly headings: readonly SourceRange[];
}

interface Piece {
  readonly token: Token;
  readonly text: string;
  readonly sentence: Sentence;
  readonly kind: PieceKind;
}

const digit = /\p{Nd}/u;

/** `other` ends a run, `neutral` neither makes nor ends one. */
type PieceKind = 'capitals' | 'marks' | 'neutral' | 'other';

/**
 * The runs of capitals and of repeated marks in one block. Marks stand with the word that they follow, and a run of
 * capitals with the marks in and behind it is one shout.
 *
 * @param sentences all sentences of the block, in order.
 * @example findShouting(sentencesOf('Read this NOW, IT IS IMPORTANT!!!'), options) // one, “NOW, IT IS IMPORTANT!!!”
 */
export function findShouting(sentences: readonly Sentence[], options: ShoutingOptions): readonly Shout[] {
  if (!sentences.some(mayShout)) return [];
  const text = sentences[0]?.block.text.value ?? '';
  const pieces = sentences.flatMap((sentence) =>
    sentence.tokens.map((token) => pieceOf(token, sentence, options.headings)),
  );
  const loud = runsOf(pieces).filter((run) => isShouted(run, options));
  const places = new Map(pieces.map((piece, index) => [piece, index]));
  const inCapitals = loud.map((run) => shoutOf(run, pieces, places));
  const marked = loudMarks(pieces, options).map((marks) => withWordBefore(marks, pieces, places));
  const mentioned = options.quotes ? quotedStretches(text, options.quotes, 1) : [];
  return merged([...inCapitals, ...marked]).filter((shout) => !isWithin(shout, mentioned));
}

const loudTokens = new WeakMap<readonly Token[], boolean>();

/** Whether there are capitals or marks at all. A sentence that was read before has the tokens that it had then. */
function mayShout({ tokens, block }: Sentence): boolean {
  const known = loudTokens.get(tokens);
  if (known !== undefined) return known;
  const isLoud = tokens.some((token) => {
    const kind = kindOf(token, block.text.value.slice(token.start, token.end));
    return kind === 'capitals' || kind === 'marks';
  });
  loudTokens.set(tokens, isLoud);
  return isLoud;
}

function pieceOf(token: Token, sentence: Sentence, headings: readonly SourceRange[]): Piece {
  const text = sentence.block.text.value.slice(token.start, token.end);
  const kind = sentence.quoted.has(token) ? 'other' : kindOf(token, text);
  return { token, text, sentence, kind: kind === 'capitals' && isWithin(token, headings) ? 'other' : kind };
}

/** What stands between the labels of a menu (“HOME | CONTACT US”), alternatives, and the parts of a name in code. */
const separators: readonly string[] = ['|', '/', '_', '$'];

function kindOf(token: Token, text: string): PieceKind {
  switch (token.kind) {
    case 'word':
      // One character, which may be two code units.
      if (text.length === 1 || (text.length === 2 && [...text].length === 1) || digit.test(text)) return 'neutral';
      return isCapitalWord(text) ? 'capitals' : 'other';
    case 'punctuation':
    case 'symbol':
      if (isQuietSign(text)) return 'neutral';
      if (separators.includes(text)) return 'other';
      return countedMarks(text) === undefined ? 'neutral' : 'marks';
    case 'number':
    case 'ordinal':
    case 'clock':
    case 'numeric-date':
    case 'money-sign':
    case 'percent':
    case 'placeholder':
    case 'address':
      return 'neutral';
  }
}

/** The signs that nearly all sentences hold, so that they need not be looked at twice. */
function isQuietSign(text: string): boolean {
  return text === ',' || text === '.' || text === ';' || text === ':';
}

/** Stretches without a word in small letters, from their first to their last word in capitals. */
function runsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'other') {
      run.push(piece);
      continue;
    }
    runs.push(run);
    run = [];
  }
  return [...runs, run].map(trimmed).filter((each) => each.length > 0);
}

function trimmed(run: readonly Piece[]): readonly Piece[] {
  const first = run.findIndex(({ kind }) => kind === 'capitals');
  const last = run.findLastIndex(({ kind }) => kind === 'capitals');
  return first < 0 ? [] : run.slice(first, last + 1);
}

function isShouted(run: readonly Piece[], options: ShoutingOptions): boolean {
  const words = run.filter(({ kind }) => kind === 'capitals').map(({ text }) => text.toUpperCase());
  if (words.length < options.fewestCapitals) return false;
  if (words.some((word) => options.legalForms.includes(word))) return false;
  const isShortForm = (word: string) => options.acronyms.includes(word) || options.explained.has(word);
  const real = words.filter((word) => looksLikeWord(word) && !isShortForm(word));
  const known = words.filter(isShortForm).length;
  return real.length > 0 && words.length - known >= options.fewestCapitals && isConnected(run, words);
}

/** A list of names (“UNICEF, UNESCO, INTERPOL”) is no sentence; one word over and over is no list of names. */
function isConnected(run: readonly Piece[], words: readonly string[]): boolean {
  if (new Set(words).size < words.length) return true;
  return run.some((piece, index) => {
    const next = run[index + 1];
    const isPause = next?.kind === 'marks' || next?.text === '.';
    const word = isPause ? run[index + 2] : next;
    return piece.kind === 'capitals' && word?.kind === 'capitals';
  });
}

function shoutOf(run: readonly Piece[], pieces: readonly Piece[], places: ReadonlyMap<Piece, number>): Shout {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) throw new RangeError('A run has at least one word');
  const before = pieces[(places.get(first) ?? 0) - 1];
  const start = before?.token.kind === 'word' && isCapitalLetter(before.text) ? before : first;
  const end = endOfRun(pieces, places.get(last) ?? 0);
  return { start: start.token.start, end, by: 'capitals', sentence: start.sentence };
}

/** Numbers at the end of a run belong to it where nothing but a mark comes behind them: “IN HALL 1!!!” */
function endOfRun(pieces: readonly Piece[], last: number): number {
  let at = last;
  for (let next = pieces[at + 1]; next?.kind === 'neutral' && !isSign(next); next = pieces[at + 1]) at += 1;
  const behind = pieces[at + 1];
  const closes = behind === undefined || behind.kind === 'marks' || isSign(behind);
  const end = pieces[closes ? at : last];
  const mark = pieces[(closes ? at : last) + 1];
  if (!end) return 0;
  return mark?.kind === 'marks' && mark.token.start === end.token.end ? mark.token.end : end.token.end;
}

function isSign({ token }: Piece): boolean {
  return token.kind === 'punctuation' || token.kind === 'symbol';
}

/** “A PLEA”, “I KNOW”. */
function isCapitalLetter(text: string): boolean {
  return text.length === 1 && text !== text.toLowerCase();
}

/** Runs of marks that are long enough; white space between two marks makes no difference. */
function loudMarks(pieces: readonly Piece[], options: ShoutingOptions): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'marks') return;
    if (pieces[index - 1]?.kind === 'marks') groups.at(-1)?.push(piece);
    else groups.push([piece]);
  });
  return groups.filter((group) => {
    const { exclamations, questions } = countedMarks(group.map(({ text }) => text).join('')) ?? noMarks;
    return exclamations + questions >= options.fewestMarks || exclamations >= options.fewestExclamationMarks;
  });
}

const noMarks = { exclamations: 0, questions: 0 };

function withWordBefore(group: readonly Piece[], pieces: readonly Piece[], places: ReadonlyMap<Piece, number>): Shout {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) throw new RangeError('A run has at least one mark');
  const start = wordBefore(pieces, places.get(first) ?? 0) ?? first;
  return { start: start.token.start, end: last.token.end, by: 'marks', sentence: start.sentence };
}

/** What marks stand behind: the last word in capitals, if only numbers and the like are between, else what is next. */
function wordBefore(pieces: readonly Piece[], marks: number): Piece | undefined {
  let at = marks - 1;
  while (pieces[at]?.kind === 'neutral') at -= 1;
  if (pieces[at]?.kind === 'capitals') return pieces[at];
  const next = pieces[marks - 1];
  return next === undefined || isSign(next) ? undefined : next;
}

function merged(shouts: readonly Shout[]): readonly Shout[] {
  const result: Shout[] = [];
  for (const shout of [...shouts].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (!last || shout.start >= last.end) result.push(shout);
    else result[result.length - 1] = joined(last, shout);
  }
  return result;
}

function joined(one: Shout, other: Shout): Shout {
  return { ...one, end: Math.max(one.end, other.end), by: one.by === other.by ? one.by : 'both' };
}
