/**
 * Measures how good Tactful is and writes `docs/quality.md`; what the page is made of is kept in `docs/quality/`. Run with
 * `npm run quality:docs`, with `-- --public counts.json` to take over counts on public templates, or with `-- --render` to
 * write the page anew from the figures that are there. `-- --totals` leaves out what takes longest, the authors left out.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { z } from 'zod';
import { createTestedLinter } from '../src/evaluation/createTestedLinter.js';
import { evaluate } from '../src/evaluation/evaluate.js';
import { readRulebook } from '../src/rulebook/readRulebook.js';
import { authors, experiments, peerCounts, publicCounts, totals } from './quality/PageData.js';
import { renderPage } from './quality/renderPage.js';
import { readVerbs } from './readVerbs.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs', 'quality');
const { values: options } = parseArgs({
  options: { public: { type: 'string' }, render: { type: 'boolean' }, totals: { type: 'boolean' } },
});

function write(name: string, content: unknown): void {
  writeFileSync(join(folder, name), `${JSON.stringify(content, undefined, 1)}\n`);
}

function read<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!result.success) throw new Error(`${path} is not as it should be: ${result.error.message}`);
  return result.data;
}

function readIfThere<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | undefined {
  const path = join(folder, name);
  return existsSync(path) ? read(path, schema) : undefined;
}

/** The languages' names in files such as `authors.de.json`. */
function languagesOf(kind: string): readonly string[] {
  return readdirSync(folder)
    .flatMap((name) => (name.startsWith(`${kind}.`) && name.endsWith('.json') ? (name.split('.')[1] ?? []) : []))
    .sort();
}

/** Each language in a process of its own, so that they take no longer than one. */
async function measureAuthors(language: string): Promise<void> {
  const script = join(root, 'scripts', 'quality', 'measureAuthors.ts');
  const command = [...process.execArgv, script, language];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, maxBuffer: 100_000_000 });
  write(`authors.${language}.json`, authors.parse(JSON.parse(stdout)));
  process.stderr.write(`authors of ${language} measured\n`);
}

async function measureTotals(): Promise<void> {
  const rulebook = readRulebook(join(root, 'rules'), await readVerbs());
  const linter = createTestedLinter(rulebook, root);
  const measure = (...patterns: readonly string[]) => evaluate(patterns, { cwd: root }, linter);
  const corpus = await measure('corpus');
  const languages = Object.keys(rulebook.languages);
  const mails = await measure(...languages.map((language) => `corpus/mails-${language}`));
  const fixtures = await measure('fixtures');
  const content = {
    heldOut: corpus.heldOut?.languages ?? [],
    mails: mails.open.languages,
    fixtures: fixtures.open.languages,
    mailTypes: mails.mailTypes,
  };
  write('totals.json', totals.parse(content));
  process.stderr.write('held-out lists, mails and fixtures measured\n');
}

mkdirSync(folder, { recursive: true });
if (options.public !== undefined) write('public.json', read(resolve(options.public), publicCounts));
if (!options.render) {
  const languages = options.totals ? [] : readdirSync(join(root, 'rules', 'vocabulary'));
  await Promise.all([...languages.map(measureAuthors), measureTotals()]);
}
const publicPart = readIfThere('public.json', publicCounts);
const peers = readIfThere('peers.json', peerCounts);
const page = renderPage({
  authors: languagesOf('authors').map((language) => read(join(folder, `authors.${language}.json`), authors)),
  totals: read(join(folder, 'totals.json'), totals),
  ...(publicPart ? { public: publicPart } : {}),
  ...(peers ? { peers } : {}),
  experiments: new Map(
    languagesOf('experiments').map((language) => [
      language,
      read(join(folder, `experiments.${language}.json`), experiments),
    ]),
  ),
});
writeFileSync(join(root, 'docs', 'quality.md'), page);
