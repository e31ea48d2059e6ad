/**
 * Counts on how many of the English passages of `corpus/` (without the held-out lists) other linters for prose report
 * anything at all, and writes it to `docs/quality/peers.json`. Peers that are not installed are left out:
 * `npm install --prefix bench/peers`, then `npx tsx bench/peers/measurePeers.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { passageFiles } from '../../scripts/readTrainingPassages.js';
import { readPassages } from '../../src/evaluation/readPassages.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = join(root, 'docs', 'quality', 'peers.json');

interface Peer {
  readonly name: string;
  /** How many things it reports. */
  count(text: string): Promise<number>;
}

/** Reads the packages by names that the compiler does not look up, since they may not be there. */
async function load(name: string): Promise<Readonly<Record<string, unknown>>> {
  return import(name);
}

function versionOf(name: string): string {
  const path = fileURLToPath(new URL(`./node_modules/${name}/package.json`, import.meta.url));
  const { version }: { readonly version: string } = JSON.parse(readFileSync(path, 'utf8'));
  return `${name} ${version}`;
}

function isFunction(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === 'function';
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function lengthOf(value: unknown): number {
  if (!isList(value)) throw new TypeError('A peer gave no list of findings.');
  return value.length;
}

async function alex(): Promise<Peer> {
  const { text: check } = await load('alex');
  if (!isFunction(check)) throw new TypeError('alex has no function “text”.');
  return { name: versionOf('alex'), count: async (text) => lengthOf(fieldOf(check(text), 'messages')) };
}

async function writeGood(): Promise<Peer> {
  const { default: check } = await load('write-good');
  if (!isFunction(check)) throw new TypeError('write-good is no function.');
  return { name: versionOf('write-good'), count: async (text) => lengthOf(check(text)) };
}

const textlintRules = ['common-misspellings', 'stop-words', 'terminology'];

async function textlint(): Promise<Peer> {
  const { TextlintKernel } = await load('@textlint/kernel');
  const plugin = defaultOf(await load('@textlint/textlint-plugin-text'));
  const rules = await Promise.all(
    textlintRules.map(async (ruleId) => ({ ruleId, rule: defaultOf(await load(`textlint-rule-${ruleId}`)) })),
  );
  if (!isFunction(TextlintKernel)) throw new TypeError('@textlint/kernel has no “TextlintKernel”.');
  const kernel: unknown = Reflect.construct(TextlintKernel, []);
  const lintText = fieldOf(kernel, 'lintText');
  if (!isFunction(lintText)) throw new TypeError('@textlint/kernel has no function “lintText”.');
  const options = { filePath: 'passage.txt', ext: '.txt', plugins: [{ pluginId: 'text', plugin }], rules };
  return {
    name: `textlint ${versionOf('@textlint/kernel').split(' ')[1]} with ${textlintRules.join(', ')}`,
    count: async (text) => lengthOf(fieldOf(await Reflect.apply(lintText, kernel, [text, options]), 'messages')),
  };
}

/** What a CommonJS package exports, whichever way it was compiled. */
function defaultOf(module: Readonly<Record<string, unknown>>): unknown {
  return fieldOf(module.default, 'default') ?? module.default;
}

const passages = passageFiles('en').flatMap(
  (name) => readPassages(readFileSync(join(root, 'corpus', name), 'utf8'), name, new Set()).passages,
);
const bad = passages.filter(({ expect }) => expect.length > 0);
const fair = passages.filter(({ expect, tolerate }) => expect.length === 0 && tolerate.length === 0);

async function flagged(peer: Peer, list: typeof passages): Promise<number> {
  let count = 0;
  for (const { text } of list) if ((await peer.count(text.replace(/^Subject: /u, ''))) > 0) count += 1;
  return count;
}

const peers: { name: string; bad: number; fair: number }[] = [];
for (const open of [alex, writeGood, textlint]) {
  try {
    const peer = await open();
    peers.push({ name: peer.name, bad: await flagged(peer, bad), fair: await flagged(peer, fair) });
  } catch (error) {
    process.stderr.write(`${open.name} is left out: ${String(error)}\n`);
  }
}
if (peers.length === 0) throw new Error('No peer is installed: npm install --prefix bench/peers');
writeFileSync(output, `${JSON.stringify({ bad: bad.length, fair: fair.length, peers }, undefined, 1)}\n`);
