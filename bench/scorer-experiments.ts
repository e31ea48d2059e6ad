/**
 * Tries the scorer with one thing done differently at a time, leaving out four authors at a time, and writes what came of
 * it to `docs/quality/experiments.<language>.json`, from which `npm run quality:docs` makes a table. Run with
 * `nice -n 15 npx tsx bench/scorer-experiments.ts [language]`; the same corpus and rules give the same figures.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTrainingPassages } from '../scripts/readTrainingPassages.js';
import { readVerbs } from '../scripts/readVerbs.js';
import { readRulebook } from '../src/rulebook/readRulebook.js';
import { runTrial, type TrialScore } from './scorer/runTrial.js';
import { trials } from './scorer/trials.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const [only] = process.argv.slice(2);
const rulebook = readRulebook(join(root, 'rules'), await readVerbs());

for (const language of Object.keys(rulebook.languages)) {
  if (only !== undefined && language !== only) continue;
  const passages = await readTrainingPassages(language, rulebook);
  const authors = [...new Set(passages.map(({ author }) => author))].filter((name) => name.startsWith('passages-'));
  const outputs = rulebook.languages[language]?.scorer?.outputs.map(({ name }) => name) ?? [];
  const path = join(root, 'docs', 'quality', `experiments.${language}.json`);
  const before: Record<string, readonly TrialScore[]> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const results: Record<string, readonly TrialScore[]> = {};
  for (const trial of trials) {
    const start = performance.now();
    results[trial.name] = runTrial(trial, passages, authors, outputs).map(rounded);
    process.stderr.write(`${language} ${trial.name}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
    // What is finished stands, even where a later trial is broken off.
    writeFileSync(path, `${JSON.stringify({ ...before, ...results }, undefined, 1)}\n`);
  }
}

function rounded({ output, averagePrecision, f1 }: TrialScore): TrialScore {
  return { output, averagePrecision: Math.round(averagePrecision * 1e4) / 1e4, f1: Math.round(f1 * 1e4) / 1e4 };
}
