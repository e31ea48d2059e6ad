/**
 * Times whole runs over the same Markdown files with Tactful and with other linters for prose, in turn, and prints how
 * many times as long as Tactful each takes: with nothing in the caches of Tactful and of the operating system's files in
 * memory (`cold`), and with Tactful's `--cache` filled (`warm`). Peers that are not installed are left out:
 * `npm install --prefix bench/peers`. Run with `npx tsx bench/peers-speed.ts [files]` after `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = 3;
const count = Number(process.argv[2] ?? 200);
const peers = fileURLToPath(new URL('./peers/', import.meta.url));
const tactful = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

interface Run {
  readonly name: string;
  /** What Node runs, with its arguments. */
  readonly args: readonly string[];
}

/** About 2 KB of prose, another text for every file. */
function mail(index: number): string {
  const paragraph = (part: number): string =>
    `Letter ${index} has news of bed ${part}. The beans that we sowed in week ${(index + part) % 52} are up, and they were ` +
    `tied to [canes](https://nursery.example/${index}/${part}) yesterday. If *you* would like some seeds, please write to us; ` +
    'we will send them on Friday.';
  const body = Array.from({ length: 6 }, (_, part) => `## Bed ${part}\n\n${paragraph(part)}\n\n- water\n- light\n`);
  return `---\nsubject: Letter ${index}\ntype: marketing\n---\n\n# Letter ${index}\n\n${body.join('\n')}\n[Unsubscribe]({{ unsubscribe_url }})\n`;
}

/** A small program for a peer that lints the files it is given, as its own command would, without a report. */
function peerRun(name: string, needs: string, program: string): readonly Run[] {
  if (!existsSync(join(peers, 'node_modules', needs))) {
    process.stderr.write(`${name} is left out: npm install --prefix bench/peers\n`);
    return [];
  }
  return [{ name, args: ['--input-type=module', '--eval', `${readsFiles}\n${program}`] }];
}

const readsFiles = `
import { readdirSync, readFileSync } from 'node:fs';
const mails = readdirSync(process.env.MAILS).map((name) => readFileSync(process.env.MAILS + '/' + name, 'utf8'));`;

const textlintProgram = `
import { TextlintKernel } from '@textlint/kernel';
const load = async (name) => { const { default: own } = await import(name); return own.default ?? own; };
const plugins = [{ pluginId: 'text', plugin: await load('@textlint/textlint-plugin-text') }];
const names = ['common-misspellings', 'stop-words', 'terminology'];
const rules = await Promise.all(names.map(async (ruleId) => ({ ruleId, rule: await load('textlint-rule-' + ruleId) })));
const kernel = new TextlintKernel();
for (const text of mails) await kernel.lintText(text, { filePath: 'a.txt', ext: '.txt', plugins, rules });`;

function milliseconds({ args }: Run, folder: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: args.includes(tactful) ? folder : peers,
    env: { ...process.env, MAILS: folder },
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`“${args.join(' ').slice(-80)}” ended with ${String(status)}: ${stderr.slice(0, 400)}`);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

const temporary = mkdtempSync(join(tmpdir(), 'tactful-peers-'));
try {
  const folder = join(temporary, 'mails');
  const cache = join(temporary, 'cache');
  mkdirSync(folder);
  for (let index = 0; index < count; index += 1) writeFileSync(join(folder, `${index}.md`), mail(index));
  const lint = [tactful, '.', '--fail-on', 'never'];
  const runs: readonly Run[] = [
    { name: 'Tactful, cold, one thread', args: [...lint, '--concurrency', '1'] },
    { name: 'Tactful, cold', args: lint },
    { name: 'Tactful, warm', args: [...lint, '--cache-location', cache] },
    ...peerRun('alex', 'alex', "import { markdown } from 'alex';\nfor (const text of mails) markdown(text);"),
    ...peerRun('write-good', 'write-good', "import check from 'write-good';\nfor (const text of mails) check(text);"),
    ...peerRun('textlint with three rules', '@textlint/kernel', textlintProgram),
  ];
  const times = new Map(runs.map(({ name }): [string, number[]] => [name, []]));
  for (const run of runs) milliseconds(run, folder);
  for (let round = 0; round < rounds; round += 1) {
    for (const run of runs) times.get(run.name)?.push(milliseconds(run, folder));
  }
  const base = median(times.get('Tactful, cold, one thread') ?? []);
  for (const [name, values] of times) {
    const time = median(values);
    process.stdout.write(`${name.padEnd(28)} ${time.toFixed(0).padStart(6)} ms  ×${(time / base).toFixed(2)}\n`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
