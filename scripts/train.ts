/**
 * Trains the scorer of every language from the labelled passages and mails in `corpus/`, without the held-out lists,
 * and writes `rules/models/<lang>.json`. The same corpus and rules give the same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findLabelled } from '../src/evaluation/findLabelled.js';
import { readHeldOut } from '../src/evaluation/readHeldOut.js';
import { readMailLabels } from '../src/evaluation/readMailLabels.js';
import { readPassages } from '../src/evaluation/readPassages.js';
import { passagesOfMail } from '../src/evaluation/training/passagesOfMail.js';
import type { TrainingPassage } from '../src/evaluation/training/TrainingPassage.js';
import { trainLanguage } from '../src/evaluation/training/trainLanguage.js';
import { formatOf } from '../src/formats/formatOf.js';
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

async function readTrainingMails(language: string, rulebook: Rulebook): Promise<readonly TrainingPassage[]> {
  const folder = `corpus/mails-${language}`;
  const { files } = await findLabelled([folder], root, (path) => formatOf(path) !== undefined);
  const conveyances = Object.values(rulebook.conveyances).flatMap(({ scorer }) => scorer ?? []);
  return files.flatMap((file) => {
    const format = formatOf(file.path);
    if (file.kind !== 'mail' || format === undefined) return [];
    const source = readFileSync(join(root, file.path), 'utf8');
    const { labels } = readMailLabels(readFileSync(join(root, file.labels), 'utf8'), file.labels, new Set());
    if (!labels) throw new Error(`${file.labels} holds no labels.`);
    const { templateTags, metadataLabels } = rulebook;
    const inherited = { types: labels.types, language };
    const mail = parseMail(source, { format, templateTags, metadataLabels, inherited });
    return passagesOfMail(source, readMail(mail, rulebook), labels.types, labels, folder, conveyances);
  });
}

const rulebook = readRulebook(join(root, 'rules'), await readVerbs());
for (const language of Object.keys(rulebook.languages)) {
  const lists = passageFiles(language).flatMap((name) => readTrainingPassages(name, language, rulebook));
  const passages = [...lists, ...(await readTrainingMails(language, rulebook))];
  const model = trainLanguage(passages, rulebook);
  const path = join(root, 'rules', 'models', `${language}.json`);
  writeFileSync(path, `${JSON.stringify(model)}\n`);
  process.stderr.write(`${language}: ${passages.length} passages, ${model.outputs.length} outputs\n`);
}
