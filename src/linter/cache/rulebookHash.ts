import { createHash } from 'node:crypto';
import type { Rulebook } from '../../rulebook/Rulebook.js';

/**
 * A hash of all that a rulebook says. Languages that are the very ones of the shipped rulebook count by their tag alone,
 * since what ships is known by its fingerprint; so a language need not be loaded to be hashed.
 *
 * @param shipped the rulebook that settings chose from.
 */
export function rulebookHash({ languages, ...rest }: Rulebook, shipped: Rulebook): string {
  const hash = createHash('sha256').update(JSON.stringify(rest));
  for (const tag of Object.keys(languages).sort()) {
    hash.update(`\n${tag}\n`);
    if (!isSame(tag, languages, shipped.languages)) hash.update(JSON.stringify(languages[tag]));
  }
  return hash.digest('hex');
}

/** Languages that load when they are asked for are told apart by what loads them. */
function isSame(tag: string, languages: Rulebook['languages'], shipped: Rulebook['languages']): boolean {
  const [own, other] = [languages, shipped].map((list) => Object.getOwnPropertyDescriptor(list, tag));
  return own?.get === undefined ? own?.value === other?.value : own.get === other?.get;
}
