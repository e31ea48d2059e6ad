import { readVerbs } from '../scripts/readVerbs.js';
import { readRulebook } from '../src/rulebook/readRulebook.js';

/** The rules of this project, compiled from their files, so that tests need no build. */
export const rulebook = readRulebook('rules', await readVerbs());
