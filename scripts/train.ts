/**
 * Trains the scorer of every language from the labelled passages and mails in `corpus/` and `fixtures/`, without
 * the held-out lists, and writes `rules/models/<lang>.json`. The same corpus and rules give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trainLanguage } from '../src/evaluation/training/trainLanguage.js';
import { readRulebook } from '../src/rulebook/readRulebook.js';
import { readTrainingPassages } from './readTrainingPassages.js';
import { readVerbs } from './readVerbs.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const rulebook = readRulebook(join(root, 'rules'), await readVerbs());
for (const language of Object.keys(rulebook.languages)) {
  const passages = await readTrainingPassages(language, rulebook);
  const model = trainLanguage(passages, rulebook);
  const path = join(root, 'rules', 'models', `${language}.json`);
  writeFileSync(path, `${JSON.stringify(model)}\n`);
  process.stderr.write(`${language}: ${passages.length} passages, ${model.outputs.length} outputs\n`);
}
