import type { Token } from '../../src/reading/Token.js';
import type { PatternNode } from '../../src/rulebook/Pattern.js';

/** A match from one slot to another (exclusive); slot 0 is the sentence's start, the tokens follow. */
export interface SlotMatch {
  readonly start: number;
  readonly end: number;
}

/** What the matcher must know beside the pattern. Signals are matches that were found before. */
export interface Sentence {
  readonly tokens: readonly Token[];
  readonly signals: ReadonlyMap<string, readonly SlotMatch[]>;
}

type Continue = (slot: number) => void;

/**
 * All matches of a pattern in a sentence, found the slow and obvious way: by trying everything. It is what the
 * automata are held against.
 */
export function findByBacktracking(pattern: PatternNode, sentence: Sentence): readonly SlotMatch[] {
  const matches: SlotMatch[] = [];
  for (let start = 0; start <= sentence.tokens.length + 1; start += 1) {
    const ends = new Set<number>();
    match(pattern, start, start, sentence, (end) => ends.add(end));
    for (const end of ends) if (end > start) matches.push({ start, end });
  }
  return matches;
}

function match(node: PatternNode, slot: number, start: number, sentence: Sentence, go: Continue): void {
  switch (node.type) {
    case 'sequence':
      matchAll(node.children, slot, start, sentence, go);
      return;
    case 'alternatives':
      for (const child of node.children) match(child, slot, start, sentence, go);
      return;
    case 'optional':
      go(slot);
      match(node.child, slot, start, sentence, go);
      return;
    case 'gap':
      matchGap(node.most, slot, start, sentence, go);
      return;
    case 'signal':
      for (const at of reachable(slot, start, sentence)) {
        const name = node.polarity === undefined ? node.name : `${node.name}:${node.polarity}`;
        for (const signal of sentence.signals.get(name) ?? []) if (signal.start === at) go(signal.end);
      }
      return;
    default:
      for (const at of reachable(slot, start, sentence)) if (fits(node, at, sentence)) go(at + 1);
  }
}

function matchAll(nodes: readonly PatternNode[], slot: number, start: number, sentence: Sentence, go: Continue): void {
  const [first, ...rest] = nodes;
  if (!first) go(slot);
  else match(first, slot, start, sentence, (next) => matchAll(rest, next, start, sentence, go));
}

function matchGap(most: number, slot: number, start: number, sentence: Sentence, go: Continue): void {
  go(slot);
  // What a match begins with is never a word of a gap: the shorter match from behind the gap says the same.
  if (most === 0 || slot === start) return;
  for (const at of reachable(slot, start, sentence)) {
    const token = sentence.tokens[at - 1];
    if (token && !isPunctuation(token)) matchGap(most - 1, at + 1, start, sentence, go);
  }
}

/** Punctuation may be skipped anywhere but before a match. */
function reachable(slot: number, start: number, { tokens }: Sentence): readonly number[] {
  if (slot === start) return [slot];
  const slots = [slot];
  for (const [index, token] of tokens.entries()) {
    if (index < slot - 1) continue;
    if (!isPunctuation(token)) break;
    slots.push(index + 2);
  }
  return slots;
}

function fits(node: PatternNode, slot: number, { tokens }: Sentence): boolean {
  const token = tokens[slot - 1];
  switch (node.type) {
    case 'kind':
      if (node.value === 'start') return slot === 0;
      if (node.value === 'end') return slot === tokens.length + 1;
      if (node.value === 'question') return slot === tokens.length + 1 && isQuestion(tokens);
      return token?.kind === node.value;
    case 'lemma':
    case 'exact':
      return token?.kind === 'word' && token.form === node.value;
    case 'ending':
      return token?.kind === 'word' && token.form.endsWith(node.value);
    case 'beginning':
      return token?.kind === 'word' && token.form.startsWith(node.value);
    case 'punctuation':
      return token !== undefined && isPunctuation(token) && token.form === node.value;
    default:
      return false;
  }
}

function isQuestion(tokens: readonly Token[]): boolean {
  return tokens.at(-1)?.kind === 'punctuation' && tokens.some(({ form }) => form === '?');
}

function isPunctuation({ kind }: Token): boolean {
  return kind === 'punctuation' || kind === 'symbol';
}
