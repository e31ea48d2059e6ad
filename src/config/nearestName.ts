import { closestName } from '../evaluation/closestName.js';

/**
 * A question after the name that was probably meant, with a space in front; empty when none is near. Names of settings
 * are short, so one wrong letter is forgiven in any of them.
 *
 * @example nearestName('rulez', ['rules', 'root']) // ' Did you mean “rules”?'
 */
export function nearestName(name: string, candidates: Iterable<string>): string {
  const closest = closestName(name, candidates, Math.max(1, Math.min(2, Math.floor(name.length / 4))));
  return closest === undefined || closest === name ? '' : ` Did you mean “${closest}”?`;
}
