/**
 * Lints generated templates with the command that was built and prints how much memory it took at its peak, for a tenth of
 * them and for all. Wanted: less than 400 MB for 100,000. Run with `npx tsx bench/memory.ts [count] [options…]` after
 * `npm run build`; what follows the count goes to the command.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wanted = 400;
const perFolder = 100;
const [count = 100_000, options] = [Number(process.argv[2] ?? 100_000), process.argv.slice(3)];
const command = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));

const topics = ['tomatoes', 'bulbs', 'pruning', 'compost', 'roses', 'hedges', 'lawns', 'herbs'];

/** About 2 KB of MJML; every tenth mail has something to report. */
function template(index: number): string {
  const topic = topics[index % topics.length] ?? '';
  const threat = index % 10 === 0 ? `<mj-text>Agree by midnight or we will close your account ${index}.</mj-text>` : '';
  const section = `
      <mj-text font-size="16px">Dear {{ name }}, letter ${index} is about ${topic}, and the first ones are ready.</mj-text>
      <mj-text>We have grown ${index % 90} kinds this year. Ask for the small ones; they go quickly, but we sow again.</mj-text>
      <mj-button href="https://nursery.example/${topic}/${index}">See the list</mj-button>`;
  return `<!--
---
type: marketing
subject: Letter ${index} about ${topic}
---
-->
<mjml><mj-body><mj-section><mj-column>${section.repeat(4)}${threat}
      <mj-text>Nursery Ltd, 1 Garden Road, Leeds LS1 1AA. <a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text>
</mj-column></mj-section></mj-body></mjml>
`;
}

function generate(folder: string, mails: number): void {
  for (let index = 0; index < mails; index += 1) {
    const within = join(folder, String(Math.floor(index / perFolder)).padStart(4, '0'));
    if (index % perFolder === 0) mkdirSync(within, { recursive: true });
    writeFileSync(join(within, `${String(index % perFolder).padStart(3, '0')}.mjml`), template(index));
  }
}

/** What Linux says of the largest amount of memory that a process has had, in MB. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/u.exec(status)?.[1] ?? 0) / 1024;
}

async function measure(folder: string): Promise<{ readonly megabytes: number; readonly seconds: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, [command, '.', '--fail-on', 'never', ...options], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let megabytes = 0;
  const watch = setInterval(async () => {
    megabytes = Math.max(megabytes, await peakOf(child.pid ?? 0));
  }, 250);
  const exitCode = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  clearInterval(watch);
  if (exitCode !== 0) throw new Error(`The command ended with ${String(exitCode)}.`);
  return { megabytes, seconds: (performance.now() - start) / 1000 };
}

const folder = mkdtempSync(join(tmpdir(), 'tactful-memory-'));
try {
  for (const mails of [Math.ceil(count / 10), count]) {
    const within = join(folder, String(mails));
    generate(within, mails);
    const { megabytes, seconds } = await measure(within);
    const rate = `${((seconds * 1000) / mails).toFixed(1)} ms a mail`;
    process.stdout.write(`${mails} mails: peak ${megabytes.toFixed(0)} MB, ${seconds.toFixed(0)} s (${rate})\n`);
  }
  process.stdout.write(`wanted for 100000: at most ${wanted} MB\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
