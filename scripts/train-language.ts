/**
 * Trains the model that tells languages apart from `corpus/`, without the held-out lists, and writes
 * `rules/models/language.json`. With `--measure` it writes nothing, but trains without two authors of each language and
 * tells, as totals only, how many short pieces of their texts, and of the held-out ones, are told right.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { readHeldOut } from '../src/evaluation/readHeldOut.js';
import { detectLanguage, type LanguageModel } from '../src/reading/detectLanguage.js';
import { readLanguageModel } from '../src/reading/readLanguageModel.js';
import { type LabelledText, trainLanguageModel } from './trainLanguageModel.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const corpus = join(root, 'corpus');
const modelPath = join(root, 'rules/models/language.json');
const others = 'und';
const languages = ['de', 'en', others];
const size = 900;
const threshold = 0.72;
const leftOut = ['passages-de-linde.yml', 'passages-de-tanne.yml', 'passages-en-oak.yml', 'passages-en-pine.yml'];

const passagesFile = z.array(z.object({ text: z.string() }));
const otherLanguagesFile = z.record(z.string(), z.array(z.string()));

function readPassageTexts(names: readonly string[]): readonly LabelledText[] {
  return names.flatMap((name) => {
    const [, language = others] = name.split('-');
    return passagesFile
      .parse(parse(readFileSync(join(corpus, name), 'utf8')))
      .map(({ text }) => ({ language, text: text.replaceAll(/\{\{[^}]*\}\}/gu, ' ') }));
  });
}

function readOtherTexts(): readonly LabelledText[] {
  const file = otherLanguagesFile.parse(parse(readFileSync(join(corpus, 'other-languages.yml'), 'utf8')));
  return Object.values(file)
    .flat()
    .map((text) => ({ language: others, text }));
}

function heldOutNames(): ReadonlySet<string> {
  const { files } = readHeldOut(readFileSync(join(corpus, 'held-out.yml'), 'utf8'), 'corpus/held-out.yml');
  if (files === 'all') throw new Error('corpus/held-out.yml cannot be read, so nothing is trained.');
  return files;
}

function train(names: readonly string[]): string {
  const model = trainLanguageModel([...readPassageTexts(names), ...readOtherTexts()], languages, size, threshold);
  return `${JSON.stringify(model)}\n`;
}

function piecesOf(texts: readonly LabelledText[], length: number): readonly LabelledText[] {
  return texts.flatMap(({ language, text }) => {
    const words = text.split(/\s+/u);
    return words.length < length ? [] : [{ language, text: words.slice(-length).join(' ') }];
  });
}

function report(name: string, texts: readonly LabelledText[], model: LanguageModel): void {
  const open = { ...model, threshold: 0 };
  for (const length of [2, 3, 5, 8]) {
    const pieces = piecesOf(texts, length);
    const right = pieces.filter(({ text, language }) => detectLanguage(text, open).language === language).length;
    const unsure = pieces.filter(({ text }) => detectLanguage(text, model).language === others).length;
    const percent = (count: number): string => `${((100 * count) / pieces.length).toFixed(1)} %`;
    console.log(
      `${name}, ${length} words: ${percent(right)} of ${pieces.length} right, ${percent(unsure)} not recognised`,
    );
  }
}

function measure(trained: readonly string[], heldOut: readonly string[]): void {
  const model = readLanguageModel(train(trained.filter((name) => !leftOut.includes(name))));
  report('left-out authors', readPassageTexts(leftOut), model);
  report('held-out lists', readPassageTexts(heldOut), model);
  const foreign = z
    .array(z.string())
    .parse(parse(readFileSync(join(root, 'test/reading/other-languages.yml'), 'utf8')));
  const known = foreign.filter((text) => detectLanguage(text, model).language === others);
  console.log(`other languages: ${known.length} of ${foreign.length} not recognised, as they should be`);
}

const heldOut = heldOutNames();
const lists = readdirSync(corpus)
  .filter((name) => name.startsWith('passages-'))
  .sort();
const trained = lists.filter((name) => !heldOut.has(name));
if (process.argv.includes('--measure')) {
  measure(
    trained,
    lists.filter((name) => heldOut.has(name)),
  );
} else {
  const json = train(trained);
  writeFileSync(modelPath, json);
  console.log(`${modelPath}: ${json.length} bytes, ${size} letter groups, ${trained.length} lists`);
}
