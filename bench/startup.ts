/**
 * Times the whole command on one mail of 30 KB against a Node that does nothing, in turn, and prints the medians.
 * Wanted: at most twice the empty Node and 150 ms. Run with `npx tsx bench/startup.ts` after `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const runs = 15;
const command = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const section = `
    <mj-section background-color="#ffffff">
      <mj-column>
        <mj-text font-size="16px">Dear {{ name }}, the garden opens on Saturday at ten, and the first seedlings are ready.</mj-text>
        <mj-text>We have grown forty kinds of tomato this year. Ask for the small yellow ones; they go quickly, but we sow
          again in June. The tea room is open until four.</mj-text>
        <mj-button href="https://nursery.example/{{ id }}">See the list</mj-button>
      </mj-column>
    </mj-section>`;

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
  const footer =
    '<mj-section><mj-column><mj-text><a href="{{ unsubscribe }}">Unsubscribe</a></mj-text></mj-column></mj-section>';
  const body = section.repeat(Math.ceil(30_000 / section.length));
  writeFileSync(mail, `<mjml><mj-body>${body}${footer}</mj-body></mjml>`);
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
