/**
 * Times the whole command on one mail of 30 KB against a Node that does nothing, in turn, and prints the medians.
 * Wanted: at most twice the empty Node and 150 ms. Run with `npx tsx bench/startup.ts` after `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const runs = 15;
const command = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const corpus = fileURLToPath(new URL('../corpus/mails-en', import.meta.url));
const size = 30_000;

/** Sections of different mails, since what repeats itself is read once only. */
function sections(): string {
  const mails = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mjml'));
  let text = '';
  for (const mail of mails.sort()) {
    for (const [section] of readFileSync(join(corpus, mail), 'utf8').matchAll(/<mj-section.*?<\/mj-section>/gsu)) {
      if (text.length + section.length <= size) text += section;
    }
  }
  return text;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function milliseconds(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const folder = mkdtempSync(join(tmpdir(), 'tactful-bench-'));
try {
  const mail = join(folder, 'mail.mjml');
  writeFileSync(mail, `<mjml><mj-body>${sections()}</mj-body></mjml>`);
  const empty: number[] = [];
  const whole: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    empty.push(milliseconds(['-e', '0']));
    whole.push(milliseconds([command, mail]));
  }
  const [node, tactful] = [median(empty), median(whole)];
  const allowed = 2 * node + 150;
  process.stdout.write(
    `node -e 0: ${node.toFixed(0)} ms\ntactful on 30 KB of MJML: ${tactful.toFixed(0)} ms\n` +
      `allowed (2 × node + 150 ms): ${allowed.toFixed(0)} ms, ratio ${(tactful / allowed).toFixed(2)}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
