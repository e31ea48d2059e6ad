/**
 * Trains the scorer of every language from the labelled passages and mails in `corpus/` and `fixtures/`, without
 * the held-out lists, and writes `rules/models/<lang>.json`. The same corpus and rules give the same bytes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trainLanguage } from '../src/evaluation/training/trainLanguage.js';
import { readRulebook } from '../src/rulebook/readRulebook.js';
import { readTrainingPassages } from './readTrainingPassages.js';
import { readVerbs } from './readVerbs.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const script = fileURLToPath(import.meta.url);
const [only] = process.argv.slice(2);

const rulebook = readRulebook(join(root, 'rules'), await readVerbs());
if (only === undefined) await Promise.all(Object.keys(rulebook.languages).map(trainInProcess));
else await train(only);

/** Languages know nothing of each other, so each is trained by a process of its own, which halves the time. */
async function trainInProcess(language: string): Promise<void> {
  const training = spawn(process.execPath, [...process.execArgv, script, language], { stdio: 'inherit' });
  const [code] = await once(training, 'exit');
  if (code !== 0) throw new Error(`Training ${language} ended with exit code ${code}.`);
}

async function train(language: string): Promise<void> {
  const passages = await readTrainingPassages(language, rulebook);
  const model = trainLanguage(passages, rulebook);
  const path = join(root, 'rules', 'models', `${language}.json`);
  writeFileSync(path, `${JSON.stringify(model)}\n`);
  process.stderr.write(`${language}: ${passages.length} passages, ${model.outputs.length} outputs\n`);
}
