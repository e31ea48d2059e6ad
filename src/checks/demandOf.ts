import type { Reading } from '../reading/Reading.js';
import type { Demand } from './findPassages.js';

/**
 * How much is asked before a passage of a mail counts. A mail whose type nobody has declared may be any text that is kept
 * among templates, and nearly all of those are fair.
 */
export function demandOf({ typesAreDeclared }: Reading): Demand {
  return typesAreDeclared ? 'usual' : 'high';
}
