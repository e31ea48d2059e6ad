/**
 * Times the commands of other linters for prose and Tactful's on the same Markdown files, in turn, and prints how many times
 * as long as Tactful each takes: with nothing remembered (`cold`), and, for those that can remember what they have found, with
 * all files remembered (`warm`). Peers that are not installed are left out: `npm install --prefix bench/peers`. Run with
 * `npx tsx bench/peers-speed.ts [files]` after `npm run build`. Wanted: with nothing remembered, textlint takes at least five
 * times as long.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = 3;
const count = Number(process.argv[2] ?? 200);
const commands = fileURLToPath(new URL('./peers/node_modules/.bin/', import.meta.url));
const tactful = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));

/** Those of textlint's rules for English that need no dictionary of the system and no network. */
const fewRules = ['common-misspellings', 'stop-words', 'terminology'];
const moreRules = [...fewRules, 'alex', 'write-good', 'en-capitalization', 'unexpanded-acronym'];

interface Run {
  readonly name: string;
  readonly kind: 'cold' | 'warm';
  /** What Node runs, with its arguments. */
  readonly args: readonly string[];
}

/** About 2 KB of prose, another text for every file; every tenth has something to report. */
function mail(index: number): string {
  const paragraph = (part: number): string =>
    `Letter ${index} has news of bed ${part}. The beans that we sowed in week ${(index + part) % 52} are up, and they were ` +
    `tied to [canes](https://nursery.example/${index}/${part}) yesterday. If *you* would like some seeds, please write to us; ` +
    'we will send them on Friday.';
  const body = Array.from({ length: 6 }, (_, part) => `## Bed ${part}\n\n${paragraph(part)}\n\n- water\n- light\n`);
  const threat = index % 10 === 0 ? `\nAgree by midnight or we will close your account ${index}.\n` : '';
  return `---\nsubject: Letter ${index}\ntype: marketing\n---\n\n# Letter ${index}\n\n${body.join('\n')}${threat}\n[Unsubscribe]({{ unsubscribe_url }})\n`;
}

function peerRun(kind: Run['kind'], name: string, command: string, args: readonly string[]): readonly Run[] {
  const path = join(commands, command);
  if (existsSync(path)) return [{ name, kind, args: [path, ...args] }];
  process.stderr.write(`${name} is left out: npm install --prefix bench/peers\n`);
  return [];
}

function textlintRuns(rules: readonly string[], files: readonly string[], cache: string): readonly Run[] {
  const args = [...rules.flatMap((rule) => ['--rule', rule]), '--format', 'json', ...files];
  const name = `textlint, ${rules.length} rules`;
  const remembering = ['--cache', '--cache-location', `${cache}-${rules.length}`];
  return [...peerRun('cold', name, 'textlint', args), ...peerRun('warm', name, 'textlint', [...remembering, ...args])];
}

function runsOver(folder: string, temporary: string): readonly Run[] {
  const files = readdirSync(folder);
  const lint = [tactful, '.', '--fail-on', 'never', '--format', 'json'];
  return [
    { name: 'Tactful', kind: 'cold', args: lint },
    { name: 'Tactful', kind: 'warm', args: [...lint, '--cache-location', join(temporary, 'tactful')] },
    { name: 'Tactful, one thread', kind: 'cold', args: [...lint, '--concurrency', '1'] },
    ...textlintRuns(fewRules, files, join(temporary, 'textlint')),
    ...textlintRuns(moreRules, files, join(temporary, 'textlint')),
    ...peerRun('cold', 'alex', 'alex', files),
    ...peerRun('cold', 'write-good', 'write-good', files),
  ];
}

/** Peers say by their exit code that they have found something; write-good ends with how much it has found. */
function milliseconds({ name, args }: Run, folder: string): number {
  const start = performance.now();
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 29 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
  const time = performance.now() - start;
  const isLinted = name.startsWith('textlint') ? stdout.trimStart().startsWith('[') : status !== null;
  if (!isLinted || stderr.includes('Error:')) throw new Error(`${name} failed: ${stderr.slice(0, 400)}`);
  return time;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

const temporary = mkdtempSync(join(tmpdir(), 'tactful-peers-'));
try {
  const folder = join(temporary, 'mails');
  mkdirSync(folder);
  for (let index = 0; index < count; index += 1) writeFileSync(join(folder, `${index}.md`), mail(index));
  const runs = runsOver(folder, temporary);
  const times = new Map(runs.map((run): [Run, number[]] => [run, []]));
  for (const run of runs) milliseconds(run, folder);
  for (let round = 0; round < rounds; round += 1) {
    for (const run of runs) times.get(run)?.push(milliseconds(run, folder));
  }
  for (const [run, values] of times) {
    const base = runs.find(({ name, kind }) => name === 'Tactful' && kind === run.kind);
    const time = median(values);
    const ratio = time / median((base && times.get(base)) ?? []);
    const label = `${run.kind}  ${run.name}`.padEnd(32);
    process.stdout.write(`${label} ${time.toFixed(0).padStart(7)} ms  ×${ratio.toFixed(2)}\n`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
