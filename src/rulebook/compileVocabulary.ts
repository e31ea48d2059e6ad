import { AutomatonBuilder } from './AutomatonBuilder.js';
import { KeyTable } from './KeyTable.js';
import type { LemmaForms } from './LemmaForms.js';
import type { PatternNode } from './Pattern.js';
import { PatternError, parsePattern } from './parsePattern.js';
import type { CompiledVocabulary, SignalOutcome } from './SignalAutomaton.js';
import type { SignalDefinition } from './SignalDefinition.js';

/** A vocabulary that can't be compiled: which file, which pattern, what is wrong. */
export class VocabularyError extends Error {
  override readonly name = 'VocabularyError';
  constructor(
    message: string,
    readonly path: string,
    readonly pattern: string | undefined,
  ) {
    super(pattern === undefined ? `${path}: ${message}` : `${path}: “${pattern}”: ${message}`);
  }
}

interface ParsedPattern {
  readonly outcome: SignalOutcome;
  readonly node: PatternNode;
  readonly refersToItself: boolean;
}

/**
 * Compiles all signals of one language into automata.
 *
 * @param formsOf which forms a lemma has in this language.
 * @throws VocabularyError for a pattern that can't be read, a signal that doesn't exist, and for signals that refer
 * to each other in a circle.
 */
export function compileVocabulary(
  definitions: readonly SignalDefinition[],
  formsOf: (lemma: string) => LemmaForms,
): CompiledVocabulary {
  const signals = parseSignals(definitions);
  const levels = levelsOf(signals, definitions);
  const keys = new KeyTable(formsOf);
  const outcomes: SignalOutcome[] = [];
  const builders: AutomatonBuilder[] = [];
  const completeAfter: Record<string, number> = {};
  for (const [name, patterns] of signals) {
    for (const pattern of patterns) {
      const level = (levels.get(name) ?? 0) + (pattern.refersToItself ? 1 : 0);
      completeAfter[name] = Math.max(completeAfter[name] ?? 0, level);
      while (builders.length <= level) builders.push(new AutomatonBuilder(keys));
      outcomes.push(pattern.outcome);
      builders[level]?.addPattern(pattern.node, outcomes.length - 1);
    }
  }
  return { ...keys.toData(), outcomes, automata: builders.map((builder) => builder.build()), completeAfter };
}

/**
 * Looks for what would keep signals from being compiled, which takes far less time than compiling them.
 *
 * @throws VocabularyError as `compileVocabulary` does.
 */
export function checkVocabulary(definitions: readonly SignalDefinition[]): void {
  levelsOf(parseSignals(definitions), definitions);
}

function parseSignals(definitions: readonly SignalDefinition[]): Map<string, ParsedPattern[]> {
  const signals = new Map<string, ParsedPattern[]>();
  for (const definition of definitions) {
    const parsed = signals.get(definition.signal) ?? [];
    signals.set(definition.signal, parsed);
    const add = (words: string, outcome: SignalOutcome): void => {
      const node = parseOrFail(words, definition.path);
      parsed.push({ outcome, node, refersToItself: referencesOf(node).has(definition.signal) });
    };
    for (const { words, polarity } of definition.patterns) {
      const outcome = {
        signal: definition.signal,
        isExclusion: false,
        ...(polarity === undefined ? {} : { polarity }),
      };
      for (const pattern of words) add(pattern, outcome);
    }
    for (const pattern of definition.unless) add(pattern, { signal: definition.signal, isExclusion: true });
  }
  return signals;
}

function parseOrFail(pattern: string, path: string): PatternNode {
  try {
    return parsePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) {
      throw new VocabularyError(`${error.message} (character ${error.offset + 1})`, path, pattern);
    }
    throw error;
  }
}

/** Names of the signals that a pattern refers to. */
export function referencesOf(node: PatternNode): ReadonlySet<string> {
  switch (node.type) {
    case 'signal':
      return new Set([node.name]);
    case 'sequence':
    case 'alternatives':
      return new Set(node.children.flatMap((child) => [...referencesOf(child)]));
    case 'optional':
      return referencesOf(node.child);
    default:
      return new Set();
  }
}

/** The automaton that each signal's first patterns belong to: one after those of all signals it refers to. */
function levelsOf(
  signals: ReadonlyMap<string, readonly ParsedPattern[]>,
  definitions: readonly SignalDefinition[],
): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const pathOf = (name: string): string => definitions.find(({ signal }) => signal === name)?.path ?? name;
  const visit = (name: string, via: readonly string[]): number => {
    const known = levels.get(name);
    if (known !== undefined) return known;
    if (via.includes(name)) {
      throw new VocabularyError(`Signals refer to each other: ${[...via, name].join(' → ')}`, pathOf(name), undefined);
    }
    const references = new Set((signals.get(name) ?? []).flatMap(({ node }) => [...referencesOf(node)]));
    let level = 0;
    for (const reference of references) {
      if (reference === name) continue;
      const patterns = signals.get(reference);
      if (!patterns) {
        throw new VocabularyError(`There is no signal named “${reference}”`, pathOf(name), `{${reference}}`);
      }
      const refines = patterns.some(({ refersToItself }) => refersToItself);
      level = Math.max(level, visit(reference, [...via, name]) + (refines ? 2 : 1));
    }
    levels.set(name, level);
    return level;
  };
  for (const name of signals.keys()) visit(name, []);
  return levels;
}
