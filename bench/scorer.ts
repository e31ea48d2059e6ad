/**
 * Times what the trained models cost: unpacking a language's model when its first mail comes, and scoring a sentence.
 * Wanted: at most 20 ms to load and 50 µs a sentence. Prints ratios to what is wanted and, since a machine may be slow or
 * busy, to a fixed piece of work done in turn. Run with `npx tsx bench/scorer.ts`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readVerbs } from '../scripts/readVerbs.js';
import { parseMail } from '../src/formats/parse.js';
import type { Sentence } from '../src/reading/Reading.js';
import { readMail } from '../src/reading/readMail.js';
import { Scorer } from '../src/reading/scorer/Scorer.js';
import { passagesOf } from '../src/reading/scorer/scorePassages.js';
import { readRulebook } from '../src/rulebook/readRulebook.js';
import { scorerFile } from '../src/rulebook/scorerFile.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = 40;
const wanted = { loading: 20, sentence: 0.05 } as const;

const texts: Readonly<Record<string, string>> = {
  en: 'The garden opens on Saturday at ten. Please bring your card, since we check it at the gate. We have grown forty kinds of tomato this year, and the first seedlings are ready. If you would rather not hear from us, reply to this mail.\n\n',
  de: 'Der Garten öffnet am Samstag um zehn. Bitte bringen Sie Ihre Karte mit, denn wir prüfen sie am Eingang. In diesem Jahr haben wir vierzig Sorten Tomaten gezogen, die ersten Setzlinge sind fertig. Möchten Sie nichts mehr von uns hören, antworten Sie auf diese Mail.\n\n',
};

/** The best run: whatever else the machine does only adds to it. */
function best(values: readonly number[]): number {
  return Math.min(...values);
}

/** Of the processor, so that what else runs on the machine matters little. */
function milliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** A piece of work of the same kind: hashing and adding up, a million times. */
function yardstick(): void {
  let hash = 1;
  for (let at = 0; at < 1_000_000; at += 1) hash = Math.imul(hash ^ at, 16_777_619);
  if (hash === 0) process.stdout.write('');
}

const rulebook = readRulebook(join(root, 'rules'), await readVerbs());
const { templateTags, metadataLabels } = rulebook;

function sentencesOf(language: string): readonly Sentence[] {
  const text = (texts[language] ?? texts.en ?? '').repeat(50);
  const inherited = { language, types: ['marketing' as const] };
  return readMail(parseMail(text, { format: 'text', templateTags, metadataLabels, inherited }), rulebook).sentences;
}

for (const language of Object.keys(rulebook.languages)) {
  const file = readFileSync(join(root, 'rules', 'models', `${language}.json`), 'utf8');
  const sentences = sentencesOf(language);
  const passages = passagesOf(sentences);
  const [loading, scoring, yard]: [number[], number[], number[]] = [[], [], []];
  const first = milliseconds(() => new Scorer(scorerFile.parse(JSON.parse(file))));
  for (let round = 0; round < rounds; round += 1) {
    let scorer: Scorer | undefined;
    loading.push(
      milliseconds(() => {
        scorer = new Scorer(scorerFile.parse(JSON.parse(file)));
      }),
    );
    scoring.push(
      milliseconds(() => {
        for (const passage of passages) scorer?.score(passage, ['marketing']);
      }),
    );
    yard.push(milliseconds(yardstick));
  }
  const perSentence = best(scoring) / sentences.length;
  const unit = best(yard);
  process.stdout.write(
    `${language}: first load ${first.toFixed(1)} ms (${(first / wanted.loading).toFixed(2)} of ${wanted.loading} ms), ` +
      `then ${best(loading).toFixed(1)} ms (${(best(loading) / unit).toFixed(2)} × yardstick)\n` +
      `${language}: ${(perSentence * 1000).toFixed(0)} µs a sentence (${(perSentence / wanted.sentence).toFixed(2)} of ${wanted.sentence * 1000} µs, ` +
      `${((perSentence / unit) * 1000).toFixed(1)} ‰ of the yardstick), ${sentences.length} sentences\n`,
  );
}
