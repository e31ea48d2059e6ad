import { readFile } from 'node:fs/promises';
import type { Rulebook } from './Rulebook.js';

/** The build puts the compiled rules beside the bundle that this module ends up in. */
const compiledRules = new URL('./rulebook.json', import.meta.url);

let loading: Promise<Rulebook> | undefined;

/**
 * The rules that Tactful ships, compiled.
 *
 * @throws Error when the package was not built.
 */
export function loadRulebook(): Promise<Rulebook> {
  loading ??= readFile(compiledRules, 'utf8').then((text): Rulebook => JSON.parse(text));
  return loading;
}
