import { github } from './github.js';
import { json } from './json.js';
import type { Reporter } from './Reporter.js';
import { sarif } from './sarif.js';
import { stylish } from './stylish.js';

/** Every output format, in the order in which the help lists them. A test holds this list against the folder. */
export const reporters: readonly Reporter[] = [stylish, json, github, sarif];
