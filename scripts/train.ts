/**
 * Trains the scorer of every language from the passages in `corpus/`, without the held-out lists, and writes
 * `rules/models/<lang>.json`. The same corpus and rules give the same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readHeldOut } from '../src/evaluation/readHeldOut.js';
import { readPassages } from '../src/evaluation/readPassages.js';
import type { TrainingPassage } from '../src/evaluation/training/TrainingPassage.js';
import { trainLanguage } from '../src/evaluation/training/trainLanguage.js';
import { parseMail } from '../src/formats/parse.js';
import { readMail } from '../src/reading/readMail.js';
import type { Rulebook } from '../src/rulebook/Rulebook.js';
import { readRulebook } from '../src/rulebook/readRulebook.js';
import { readVerbs } from './readVerbs.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const corpus = join(root, 'corpus');

function passageFiles(language: string): readonly string[] {
  const { files } = readHeldOut(readFileSync(join(corpus, 'held-out.yml'), 'utf8'), 'corpus/held-out.yml');
  if (files === 'all') throw new Error('corpus/held-out.yml cannot be read, so nothing is trained.');
  return readdirSync(corpus)
    .filter((name) => name.startsWith(`passages-${language}-`) && !files.has(name))
    .sort();
}

function readTrainingPassages(name: string, language: string, rulebook: Rulebook): readonly TrainingPassage[] {
  const { passages, problems } = readPassages(readFileSync(join(corpus, name), 'utf8'), name, new Set());
  const [problem] = problems;
  if (problem) throw new Error(`${name}:${problem.line ?? 1}: ${problem.message}`);
  return passages.map(({ text, types, expect, says, tolerate }) => {
    const { templateTags, metadataLabels } = rulebook;
    const mail = parseMail(text, { format: 'text', templateTags, metadataLabels, inherited: { types, language } });
    return {
      author: name,
      sentences: readMail(mail, rulebook).sentences,
      types,
      labels: new Set([...expect, ...says.map((conveyance) => `says:${conveyance}`)]),
      undecided: new Set(tolerate),
    };
  });
}

const rulebook = readRulebook(join(root, 'rules'), await readVerbs());
for (const language of Object.keys(rulebook.languages)) {
  const passages = passageFiles(language).flatMap((name) => readTrainingPassages(name, language, rulebook));
  const model = trainLanguage(passages, rulebook);
  const path = join(root, 'rules', 'models', `${language}.json`);
  writeFileSync(path, `${JSON.stringify(model)}\n`);
  process.stderr.write(`${language}: ${passages.length} passages, ${model.outputs.length} outputs\n`);
}
