/**
 * Times parsing, reading and judging of mails from 1 KB to 10 MB of each format in one process and prints how much
 * longer each takes than one a tenth as long: about 10 means linear. Run with `npx tsx bench/scaling.ts [megabytes]`
 * after `npm run build`.
 */

import { readVerbs } from '../scripts/readVerbs.js';
import { lintText } from '../src/linter/lintText.js';
import type { MailFormat } from '../src/mail/Mail.js';
import { readRulebook } from '../src/rulebook/readRulebook.js';

const largest = Number(process.argv[2] ?? 10) * 1_000_000;

/** Ordinary text in each format, and text that holds much that could be matched. */
const samples: readonly { readonly name: string; readonly format: MailFormat; readonly piece: string }[] = [
  {
    name: 'MJML',
    format: 'mjml',
    piece: '<mj-text>Dear {{ name }}, the garden opens on Saturday at ten. Please bring your card.</mj-text>\n',
  },
  {
    name: 'HTML',
    format: 'html',
    piece:
      '<p>Liebe Leserin, am Samstag &ouml;ffnet der Garten um zehn. <b>Bitte</b> bringen Sie Ihre Karte mit.</p>\n',
  },
  {
    name: 'Markdown',
    format: 'markdown',
    piece: 'Dear {{ name }}, the *garden* opens on Saturday at ten. Please bring [your card](https://a.example).\n\n',
  },
  {
    name: 'text',
    format: 'text',
    piece: 'Liebe Leserin, am Samstag öffnet der Garten um zehn. Bitte bringen Sie Ihre Karte mit.\n\n',
  },
  {
    name: 'one sentence',
    format: 'text',
    piece: 'if you do not agree by midnight we will close your account unless you confirm before Friday or ',
  },
  {
    name: 'one German sentence',
    format: 'text',
    piece: 'wenn Sie bis Freitag nicht zustimmen sperren wir Ihr Konto sofern Sie nicht vorher bestätigen oder ',
  },
  { name: 'quotation marks', format: 'text', piece: 'he wrote “agree by noon or lose your account at once ' },
];

const rulebook = readRulebook(new URL('../rules', import.meta.url).pathname, await readVerbs());

for (const { name, format, piece } of samples) {
  let before: number | undefined;
  const columns: string[] = [];
  for (let size = 1_000; size <= largest; size *= 10) {
    const text = piece.repeat(Math.ceil(size / piece.length));
    const start = performance.now();
    lintText(text, { path: `mail.${format}`, format }, rulebook);
    const time = performance.now() - start;
    columns.push(
      `${size / 1000} KB ${time.toFixed(0)} ms${before === undefined ? '' : ` (×${(time / before).toFixed(1)})`}`,
    );
    before = time;
  }
  process.stdout.write(`${name.padEnd(20)} ${columns.join('   ')}\n`);
}
