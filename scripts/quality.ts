/**
 * Measures Tactful on `corpus/` with the built command and writes the figures into the quality section of
 * ARCHITECTURE.md. Run with `npm run quality` after `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));
const document = join(root, 'ARCHITECTURE.md');
const [startMark, endMark] = ['<!-- quality:start -->', '<!-- quality:end -->'];

const score = z.object({
  name: z.string(),
  expected: z.number(),
  found: z.number(),
  missed: z.number(),
  falseAlarms: z.number(),
  precision: z.number().nullish(),
  recall: z.number().nullish(),
  f1: z.number().nullish(),
});
const figures = z.object({
  languages: z.array(z.object({ language: z.string(), rules: z.array(score), says: z.array(score).default([]) })),
});
const result = z.object({ open: figures.nullish(), heldOut: figures.nullish() });

type Figures = z.output<typeof figures>;

function measure(...patterns: readonly string[]): z.output<typeof result> {
  const output = execFileSync(process.execPath, [join(root, 'dist/cli.cjs'), 'test', ...patterns, '--format', 'json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return result.parse(JSON.parse(output));
}

function table(title: string, measured: Figures | null | undefined, withSays: boolean): string {
  const rows = (measured?.languages ?? []).flatMap(({ language, rules, says }) =>
    [...rules, ...(withSays ? says.map((row) => ({ ...row, name: `says ${row.name}` })) : [])].map(
      ({ name, expected, found, falseAlarms, precision, recall, f1 }) =>
        `| ${language} | ${name} | ${expected} | ${found} | ${falseAlarms} | ${share(precision)} | ${share(recall)} | ${share(f1)} |`,
    ),
  );
  const head = [
    '| language | rule | expected | found | false alarms | precision | recall | F1 |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  return [`**${title}**`, '', ...head, ...rows].join('\n');
}

function share(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(3);
}

const passages = measure('corpus');
const mails = measure('corpus/mails-en', 'corpus/mails-de');
const fixtures = measure('fixtures');
const section = [
  table('Passages by authors whom nobody has read (held out)', passages.heldOut, true),
  table('Whole mails of `corpus/` (structure is tuned on them; the model has seen them)', mails.open, false),
  table(
    '`fixtures/` (their author knew no vocabulary; mistakes on them were mended, and the model has seen them)',
    fixtures.open,
    false,
  ),
].join('\n\n');

const text = readFileSync(document, 'utf8');
const [start, end] = [text.indexOf(startMark), text.indexOf(endMark)];
if (start === -1 || end < start) throw new Error(`ARCHITECTURE.md needs ${startMark} and ${endMark}.`);
writeFileSync(document, `${text.slice(0, start + startMark.length)}\n${section}\n${text.slice(end)}`);
