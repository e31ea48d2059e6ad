import { referencesOf } from '../../rulebook/compileVocabulary.js';
import { PatternError, parsePattern } from '../../rulebook/parsePattern.js';
import type { SignalDefinition } from '../../rulebook/SignalDefinition.js';
import { signalFile } from '../../rulebook/signalFile.js';
import { nearestName } from '../nearestName.js';
import type { KnownSignals } from './KnownSignals.js';
import type { PackFile } from './PackFile.js';

/**
 * The words that a file of a pack adds to a signal, or a signal of its own.
 *
 * @returns undefined where the file is not as it must be; its mistakes are noted in the file.
 */
export function readSignal(file: PackFile): SignalDefinition | undefined {
  const keys = { top: Object.keys(signalFile.shape), pattern: ['words', 'polarity', 'example'] };
  const data = file.read(signalFile, (path) => (path.length === 0 ? keys.top : keys.pattern));
  return data && { ...data, path: file.path };
}

/** Notes patterns that cannot be read, and names of signals and polarities that nothing has. */
export function checkSignal(
  file: PackFile,
  { signal, patterns, unless }: SignalDefinition,
  ours: KnownSignals,
  all: KnownSignals,
): void {
  const wanted = ours.requiredPolarities(signal);
  for (const [index, { words, polarity }] of patterns.entries()) {
    checkPolarity(file, signal, polarity, wanted, index);
    for (const [at, pattern] of words.entries()) {
      const place = ['patterns', index, 'words', ...(isList(file.value, index) ? [at] : [])];
      checkPattern(file, pattern, place, all);
    }
  }
  for (const [at, pattern] of unless.entries()) checkPattern(file, pattern, ['unless', at], all);
}

function checkPolarity(
  file: PackFile,
  signal: string,
  polarity: string | undefined,
  wanted: readonly string[],
  index: number,
): void {
  if (wanted.length === 0) return;
  const list = wanted.join(', ');
  if (polarity === undefined) {
    file.fail(`Words of “${signal}” need a polarity, one of ${list}.`, ['patterns', index]);
  } else if (!wanted.includes(polarity)) {
    const question = nearestName(polarity, wanted);
    file.fail(`“${signal}” is ${list}, not “${polarity}”.${question}`, ['patterns', index, 'polarity']);
  }
}

function checkPattern(file: PackFile, pattern: string, place: readonly PropertyKey[], known: KnownSignals): void {
  try {
    for (const name of referencesOf(parsePattern(pattern))) {
      if (known.has(name)) continue;
      file.fail(`There is no signal “${name}”.${nearestName(name, known.names)}`, place);
    }
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    file.fail(`${error.message} (character ${error.offset + 1} of the pattern).`, place);
  }
}

function isList(value: unknown, index: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const patterns: unknown = Reflect.get(value, 'patterns');
  const pattern: unknown = Array.isArray(patterns) ? patterns[index] : undefined;
  return typeof pattern === 'object' && pattern !== null && Array.isArray(Reflect.get(pattern, 'words'));
}
