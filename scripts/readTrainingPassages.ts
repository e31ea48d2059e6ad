import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { findLabelled } from '../src/evaluation/findLabelled.js';
import { readHeldOut } from '../src/evaluation/readHeldOut.js';
import { readMailLabels } from '../src/evaluation/readMailLabels.js';
import { readPassages } from '../src/evaluation/readPassages.js';
import { passagesOfMail } from '../src/evaluation/training/passagesOfMail.js';
import type { TrainingPassage } from '../src/evaluation/training/TrainingPassage.js';
import { formatOf } from '../src/formats/formatOf.js';
import { parseMail } from '../src/formats/parse.js';
import type { MailType } from '../src/mail/Mail.js';
import type { Sentence } from '../src/reading/Reading.js';
import { readMail } from '../src/reading/readMail.js';
import type { Rulebook } from '../src/rulebook/Rulebook.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const corpus = join(root, 'corpus');

/**
 * Reads all that the scorer of a language learns from: the passages of all authors that are not held out, the labelled
 * mails of `corpus/` and `fixtures/`, and the stock phrases.
 *
 * @throws Error for a list that is not as it must be.
 */
export async function readTrainingPassages(language: string, rulebook: Rulebook): Promise<readonly TrainingPassage[]> {
  return [
    ...passageFiles(language).flatMap((name) => readPassageList(name, language, rulebook)),
    ...(await readTrainingMails(language, rulebook)),
    ...readStockPhrases(language, rulebook),
  ];
}

/** Names of the lists of passages in `corpus/` that are not held out. */
export function passageFiles(language: string): readonly string[] {
  const { files } = readHeldOut(readFileSync(join(corpus, 'held-out.yml'), 'utf8'), 'corpus/held-out.yml');
  if (files === 'all') throw new Error('corpus/held-out.yml cannot be read, so nothing is trained.');
  return readdirSync(corpus)
    .filter((name) => name.startsWith(`passages-${language}-`) && !files.has(name))
    .sort();
}

function readPassageList(name: string, language: string, rulebook: Rulebook): readonly TrainingPassage[] {
  const { passages, problems } = readPassages(readFileSync(join(corpus, name), 'utf8'), name, new Set());
  const [problem] = problems;
  if (problem) throw new Error(`${name}:${problem.line ?? 1}: ${problem.message}`);
  return passages.map(({ text, types, expect, says, tolerate }) => ({
    author: name,
    sentences: readPassage(text, language, types, rulebook),
    types,
    labels: new Set([...expect, ...says.map((conveyance) => `says:${conveyance}`)]),
    undecided: new Set(tolerate),
  }));
}

/** The mail files of the corpus are kept out, to show how the model does on mails it hasn't seen. */
function isUnseen(path: string): boolean {
  return formatOf(path) === 'eml' && path.startsWith('corpus/');
}

/** So that a model which has seen other mails is asked about a mail, as it will be, when thresholds are chosen. */
const mailFolds = 4;

async function readTrainingMails(language: string, rulebook: Rulebook): Promise<readonly TrainingPassage[]> {
  const folders = [`corpus/mails-${language}`, `fixtures/${language}`];
  const { files } = await findLabelled(folders, root, (path) => formatOf(path) !== undefined);
  const conveyances = Object.values(rulebook.conveyances).flatMap(({ scorer }) => scorer ?? []);
  return files.flatMap((file, index) => {
    const format = formatOf(file.path);
    if (file.kind !== 'mail' || format === undefined || isUnseen(file.path)) return [];
    const source = readFileSync(join(root, file.path), 'utf8');
    const { labels } = readMailLabels(readFileSync(join(root, file.labels), 'utf8'), file.labels, new Set());
    if (!labels) throw new Error(`${file.labels} holds no labels.`);
    const { templateTags, metadataLabels } = rulebook;
    const inherited = { types: labels.types, language };
    const mail = parseMail(source, { format, templateTags, metadataLabels, inherited });
    const author = `mails-${language}-${index % mailFolds}`;
    return passagesOfMail(source, readMail(mail, rulebook), labels.types, labels, author, conveyances);
  });
}

const stockPhrasesFile = z.record(z.string(), z.strictObject({ flag: z.array(z.string()), pass: z.array(z.string()) }));

/** Phrases that every sender writes. A phrase is labelled for one rule, so all other outputs are undecided. */
function readStockPhrases(language: string, rulebook: Rulebook): readonly TrainingPassage[] {
  const name = `stock-phrases-${language}.yml`;
  const byRule = stockPhrasesFile.parse(parse(readFileSync(join(corpus, name), 'utf8')));
  const all = [...Object.keys(byRule), ...Object.values(rulebook.conveyances).flatMap(({ scorer }) => scorer ?? [])];
  return Object.entries(byRule).flatMap(([rule, { flag, pass }]) =>
    [...flag.map((text) => ({ text, labels: [rule] })), ...pass.map((text) => ({ text, labels: [] }))].map(
      ({ text, labels }) => ({
        author: name,
        sentences: readPassage(text, language, [], rulebook),
        types: [],
        labels: new Set(labels),
        undecided: new Set(all.filter((other) => other !== rule)),
      }),
    ),
  );
}

function readPassage(
  text: string,
  language: string,
  types: readonly MailType[],
  rulebook: Rulebook,
): readonly Sentence[] {
  const { templateTags, metadataLabels } = rulebook;
  const mail = parseMail(text, { format: 'text', templateTags, metadataLabels, inherited: { types, language } });
  return readMail(mail, rulebook).sentences;
}
