import type { RunProblem } from '../../linter/LintReport.js';
import type { Rulebook } from '../../rulebook/Rulebook.js';
import type { SignalDefinition } from '../../rulebook/SignalDefinition.js';
import { withRules, withWords } from './applyPacks.js';
import { readPack, type SourceOf } from './readPack.js';

export interface ReadPacks {
  readonly rulebook: Rulebook;
  readonly problems: readonly RunProblem[];
}

/**
 * A rulebook with the packs of some settings.
 *
 * @param paths of the packs, relative to the working folder; later ones count more.
 * @param sourceOf what the vocabularies of ours were compiled from.
 */
export async function readPacks(
  paths: readonly string[],
  rulebook: Rulebook,
  sourceOf: SourceOf,
  { cwd, boundary }: { readonly cwd: string; readonly boundary: string },
): Promise<ReadPacks> {
  const words = new Map<string, readonly SignalDefinition[]>();
  const problems: RunProblem[] = [];
  let merged = rulebook;
  for (const path of paths) {
    const signalsOf = (tag: string) => [...sourceOf(tag).signals, ...(words.get(tag) ?? [])];
    const read = await readPack(path, { cwd, boundary, rulebook: merged, signalsOf });
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    merged = withRules(merged, read.pack);
    for (const [tag, added] of read.pack.words) words.set(tag, [...(words.get(tag) ?? []), ...added]);
  }
  return { rulebook: words.size === 0 ? merged : withWords(merged, words, sourceOf), problems };
}
