import { closestName } from '../evaluation/closestName.js';

/**
 * A question after the name that was probably meant; empty when none is near.
 *
 * @example didYouMean('coercive-dedline', ['coercive-deadline']) // 'Did you mean "coercive-deadline"?'
 */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const closest = closestName(name, candidates);
  return closest === undefined ? '' : `Did you mean "${closest}"?`;
}
