/**
 * Times the language server as an editor meets it: from a keystroke in a template of 100 KB to its diagnostics, without
 * the pause that the server waits for, and the memory it holds over 10,000 random edits. Run with
 * `npx tsx bench/lsp.ts` after `npm run build`.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createMessageConnection } from 'vscode-jsonrpc/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { typingPause } from '../src/server/offers.js';

const keystrokes = 40;
const edits = 10_000;
const editsInBurst = 100;
const command = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const uri = 'file:///bench/mail.mjml';

const section = `
    <mj-section background-color="#ffffff">
      <mj-column>
        <mj-text font-size="16px">Dear {{ name }}, the garden opens on Saturday at ten, and the first seedlings are ready.</mj-text>
        <mj-text>We have grown forty kinds of tomato this year. Ask for the small yellow ones; they go quickly, but we sow
          again in June. Confirm by midnight or your place will be given away!!!</mj-text>
        <mj-button href="https://nursery.example/{{ id }}">See the list</mj-button>
      </mj-column>
    </mj-section>`;

function templateOf(length: number): string {
  return `<mjml><mj-body>${section.repeat(Math.ceil(length / section.length))}</mj-body></mjml>`;
}

const server = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = createMessageConnection(server.stdout, server.stdin);
let document = TextDocument.create(uri, 'mjml', 0, templateOf(100_000));
let arrived: (version: number) => void = () => undefined;
connection.onNotification('textDocument/publishDiagnostics', ({ version }: { readonly version?: number }) => {
  if (version !== undefined) arrived(version);
});
connection.listen();

function diagnosticsOf(version: number): Promise<void> {
  return new Promise((resolve) => {
    arrived = (sent) => sent === version && resolve();
  });
}

async function replace(start: number, end: number, text: string): Promise<void> {
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  const contentChanges = [{ range, text }];
  const version = document.version + 1;
  document = TextDocument.update(document, contentChanges, version);
  await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
}

/** Megabytes that the server holds. */
function memory(): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Number(/VmRSS:\s*(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
}

/** Milliseconds of processor time that the server has used, in steps of 10. */
function processorTime(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** Numbers from 0 to 1, the same in every run. */
function* numbers(): Generator<number, never> {
  for (let state = 1; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0;
}

async function open(text: string): Promise<void> {
  document = TextDocument.create(uri, 'mjml', 0, text);
  const judged = diagnosticsOf(0);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'mjml', version: 0, text },
  });
  await judged;
}

async function timeKeystrokes(): Promise<readonly number[]> {
  const times: number[] = [];
  for (let stroke = 0; stroke < keystrokes; stroke += 1) {
    const place = document.getText().indexOf('grown forty', 50_000);
    const judged = diagnosticsOf(document.version + 1);
    const start = performance.now();
    await replace(place, place, 'x');
    await judged;
    times.push(performance.now() - start - typingPause);
  }
  return times;
}

async function growthOverEdits(): Promise<readonly number[]> {
  const random = numbers();
  const held: number[] = [];
  const pieces = ['ä', '🎉', ' by midnight', '{{', '}}', '{% if a %}', '<mj-text>', '</mj-text>', '\r\n', ''];
  for (let edit = 1; edit <= edits; edit += 1) {
    const length = document.getText().length;
    const start = Math.floor(random.next().value * length);
    const end = Math.min(length, start + Math.floor(random.next().value * 8));
    const judged = diagnosticsOf(document.version + 1);
    await replace(start, end, pieces[Math.floor(random.next().value * pieces.length)] ?? '');
    if (edit % editsInBurst === 0) await judged;
    if (edit % (edits / 10) === 0) held.push(memory());
  }
  return held;
}

try {
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
  });
  await connection.sendNotification('initialized', {});
  await open(templateOf(100_000));
  const before = processorTime();
  const times = await timeKeystrokes();
  const used = (processorTime() - before) / keystrokes;
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await open(templateOf(10_000));
  const held = await growthOverEdits();
  process.stdout.write(
    `load: ${loadavg()[0]?.toFixed(1)}\n` +
      `a keystroke in 100 KB of MJML: median ${percentile(times, 0.5).toFixed(0)} ms, ` +
      `95th percentile ${percentile(times, 0.95).toFixed(0)} ms after the pause of ${typingPause} ms, ` +
      `${used.toFixed(0)} ms of processor time\n` +
      `memory over ${edits} random edits, MB at every tenth: ${held.map((size) => size.toFixed(0)).join(' ')}\n`,
  );
} finally {
  connection.dispose();
  server.kill();
}
