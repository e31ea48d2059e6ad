import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchSignals } from '../../src/reading/matchSignals.js';
import { TokenKeys } from '../../src/reading/TokenKeys.js';
import { tokenize } from '../../src/reading/tokenize.js';
import { parsePattern } from '../../src/rulebook/parsePattern.js';
import { findByBacktracking, type SlotMatch } from './backtrackingMatcher.js';
import { signalsIn, type TinyVocabulary, tinyLanguage } from './tinyLanguage.js';

describe('matchSignals', () => {
  const found = (vocabulary: TinyVocabulary, text: string) => signalsIn(text, tinyLanguage(vocabulary));

  it('finds words, alternatives and what may be left out', () => {
    const vocabulary = { lose: ['(lose|forfeit) [all of] your points'] };
    expect(found(vocabulary, 'You lose all of your points.')).toEqual(['lose “lose all of your points”']);
    expect(found(vocabulary, 'You FORFEIT your points.')).toEqual(['lose “FORFEIT your points”']);
    expect(found(vocabulary, 'You lose all your points.')).toEqual([]);
  });

  it('lets a gap span so many words, and none', () => {
    const vocabulary = { close: ['close …2 account'] };
    expect(found(vocabulary, 'close account')).toEqual(['close “close account”']);
    expect(found(vocabulary, 'close your old account')).toEqual(['close “close your old account”']);
    expect(found(vocabulary, 'close your old spare account')).toEqual([]);
    const wide = { close: ['close … account'] };
    expect(found(wide, `close ${'very '.repeat(6)}account`)).toHaveLength(1);
    expect(found(wide, `close ${'very '.repeat(7)}account`)).toEqual([]);
  });

  it('looks through punctuation, unless a pattern asks for it', () => {
    expect(found({ close: ['close …1 account'] }, 'close – (your) “account”')).toEqual([
      'close “close – (your) “account”',
    ]);
    expect(found({ listed: ['free ":" account'] }, 'free: account')).toEqual(['listed “free: account”']);
    expect(found({ listed: ['free ":" account'] }, 'free account')).toEqual([]);
  });

  it('never begins or ends with punctuation that it was not asked for', () => {
    expect(found({ close: ['close [account]'] }, '“close!” (account)')).toEqual(['close “close”']);
  });

  it('takes a placeholder for whatever stands for it', () => {
    expect(found({ deadline: ['by (<placeholder>|<number>)'] }, 'Agree by {{ date }} or by 30.')).toEqual([
      'deadline “by {{ date }}”',
      'deadline “by 30”',
    ]);
  });

  it('builds on signals, with and without polarity', () => {
    const vocabulary: TinyVocabulary = {
      date: ['<number> June'],
      end: { polarities: { harmful: ['block'], harmless: ['rest'] } },
      threat: ['{end:harmful} …1 {date}'],
      any: ['{end} …1 {date}'],
    };
    expect(found(vocabulary, 'block on 3 June')).toContain('threat “block on 3 June”');
    expect(found(vocabulary, 'rest on 3 June')).not.toContain('threat “rest on 3 June”');
    expect(found(vocabulary, 'rest on 3 June')).toContain('any “rest on 3 June”');
  });

  it('lets a signal grow once by a pattern that holds it', () => {
    const vocabulary: TinyVocabulary = { date: ['<number> June', '{date} and {date}'], limit: ['by {date}'] };
    expect(found(vocabulary, 'by 3 June and 4 June')).toEqual([
      'limit “by 3 June”',
      'date “3 June”',
      'date “3 June and 4 June”',
      'date “4 June”',
    ]);
  });

  it('keeps of overlapping polarities the longest', () => {
    const vocabulary: TinyVocabulary = { end: { polarities: { harmful: ['block'], harmless: ['block spam'] } } };
    expect(found(vocabulary, 'we block spam')).toEqual(['end:harmless “block spam”']);
    expect(found(vocabulary, 'we block spam and block you')).toEqual([
      'end:harmless “block spam”',
      'end:harmful “block”',
    ]);
  });

  it('drops what an exception overlaps, even what others build on', () => {
    const vocabulary: TinyVocabulary = {
      lose: { words: ['lose …2 points'], unless: ['never lose'] },
      threat: ['{lose} now'],
    };
    expect(found(vocabulary, 'you lose your points now')).toEqual([
      'lose “lose your points”',
      'threat “lose your points now”',
    ]);
    expect(found(vocabulary, 'you never lose your points now')).toEqual([]);
  });

  it('finds nothing in an empty sentence', () => {
    expect(found({ start: ['<start> <end>'], any: ['a'] }, '')).toEqual([]);
  });
});

const letters = ['aaa', 'bbb', 'ccc', 'aab'];
const leaf = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...letters, '"aaa"', '"bbb ccc"') },
  { weight: 2, arbitrary: fc.constantFrom('…1', '…2', '…3') },
  { weight: 2, arbitrary: fc.constantFrom('*aab', 'aaa*', '*bbb', '","', '"?"', '<number>', '<word>') },
  { weight: 1, arbitrary: fc.constantFrom('<start>', '<end>', '<question>') },
);

const { pattern: patterns } = fc.letrec<{ pattern: string; item: string }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }).map((parts) => `(${parts.join('|')})`),
    tie('pattern').map((part) => `[${part}]`),
  ),
  pattern: fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => items.join(' ')),
}));

const sentences = fc
  .array(fc.constantFrom(...letters, ...letters, '7', ',', '?', '.'), { maxLength: 12 })
  .map((words) => words.join(' '));

/** Runs the automata, and gives tokens and matches by signal as the slow matcher counts them. */
function run(text: string, vocabulary: TinyVocabulary) {
  const language = tinyLanguage(vocabulary);
  const tokens = tokenize(text, 0, text.length, []);
  const keys = new TokenKeys(language.vocabulary, undefined).ofSentence(tokens);
  const signals = matchSignals(tokens, keys, language.vocabulary);
  const slotsOf = (name: string): readonly SlotMatch[] =>
    signals.filter((signal) => signal.name === name).map(({ start, end }) => ({ start: start + 1, end: end + 1 }));
  return { tokens, slotsOf };
}

/** As signals show it: without the slots before and after the sentence. */
function clipped({ start, end }: SlotMatch, tokens: number): SlotMatch {
  return { start: Math.max(start, 1), end: Math.min(end, tokens + 1) };
}

function isVisible({ start, end }: SlotMatch): boolean {
  return end > start;
}

/**
 * Every match is one by trying everything, and where anything matches, something inside of it was found. A match of the
 * sentence's edge alone is one too, though it shows nowhere.
 */
function expectSame(fast: readonly SlotMatch[], slow: readonly SlotMatch[], tokens: number): void {
  const expected = slow.map((match) => clipped(match, tokens));
  for (const match of fast) expect(expected).toContainEqual(match);
  const found = [...fast, ...slow.filter((match) => !isVisible(clipped(match, tokens)))];
  for (const { start, end } of slow) {
    const isFound = found.some((match) => match.start >= start && match.end <= end);
    expect(isFound, `${start} to ${end} of ${tokens} tokens`).toBe(true);
  }
}

describe('matchSignals, held against a matcher that tries everything', () => {
  it('finds the same places for one pattern', () => {
    fc.assert(
      fc.property(patterns, sentences, (pattern, text) => {
        const { tokens, slotsOf } = run(text, { one: [pattern] });
        const slow = findByBacktracking(parsePattern(pattern), { tokens, signals: new Map() });
        expectSame(slotsOf('one'), slow, tokens.length);
      }),
      { numRuns: 1500 },
    );
  });

  it('finds the same places when many patterns share an automaton', () => {
    fc.assert(
      fc.property(fc.array(patterns, { minLength: 2, maxLength: 5 }), sentences, (all, text) => {
        const { tokens, slotsOf } = run(text, Object.fromEntries(all.map((pattern, at) => [`s${at}`, [pattern]])));
        for (const [at, pattern] of all.entries()) {
          const slow = findByBacktracking(parsePattern(pattern), { tokens, signals: new Map() });
          expectSame(slotsOf(`s${at}`), slow, tokens.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds the same places for patterns with signals in them', () => {
    const inner = fc.constantFrom('aaa', 'bbb [ccc]', 'aaa …1 bbb', '(aaa|bbb) <number>', '*aab');
    const outer = fc.constantFrom('{in}', '{in} {in}', 'ccc …2 {in}', '[aaa] {in} [","] bbb', '({in}|ccc) …1 aaa');
    fc.assert(
      fc.property(inner, outer, sentences, (one, other, text) => {
        const { tokens, slotsOf } = run(text, { in: [one], out: [other] });
        const signals = new Map([['in', slotsOf('in')]]);
        const slow = findByBacktracking(parsePattern(other), { tokens, signals });
        expectSame(slotsOf('out'), slow, tokens.length);
      }),
      { numRuns: 600 },
    );
  });

  it('never gives overlapping matches of one signal in two polarities when one is longer', () => {
    // What a match takes of the sentence's edges shows nowhere, so that lengths could not be compared.
    const inside = patterns.filter((pattern) => !/<(?:start|end|question)>/u.test(pattern));
    fc.assert(
      fc.property(inside, inside, sentences, (good, bad, text) => {
        const { vocabulary } = tinyLanguage({ end: { polarities: { good: [good], bad: [bad] } } });
        const tokens = tokenize(text, 0, text.length, []);
        const signals = matchSignals(tokens, new TokenKeys(vocabulary, undefined).ofSentence(tokens), vocabulary);
        for (const one of signals) {
          for (const other of signals) {
            if (one.polarity === other.polarity || one.start >= other.end || other.start >= one.end) continue;
            expect(one.end - one.start).toBe(other.end - other.start);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
