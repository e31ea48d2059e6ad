import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { parseMail } from '../src/formats/parse.js';
import type { MailFormat } from '../src/mail/Mail.js';

/**
 * Prints how long mails of 1 KB to 10 MB take to parse, and how much longer each takes than one a tenth as long:
 * about 10 means linear. Run with `npx tsx bench/parse.ts [megabytes]`.
 */
const { families: templateTags } = parseYaml(
  readFileSync(new URL('../rules/template-tags.yml', import.meta.url), 'utf8'),
);
const largest = Number(process.argv[2] ?? 10) * 1_000_000;

/** Ordinary mail text, and what an attacker would send. */
const samples: readonly { readonly name: string; readonly format: MailFormat; readonly piece: string }[] = [
  {
    name: 'MJML',
    format: 'mjml',
    piece:
      '<mj-section><mj-column><mj-text font-size="16px">Guten Tag {{ name }},<br/><br/>wir &auml;ndern die <b>Preise</b>.</mj-text>' +
      '<mj-button href="https://shop.example/{{ id }}">Ansehen</mj-button></mj-column></mj-section>\n',
  },
  {
    name: 'HTML',
    format: 'html',
    piece:
      '<table><tr><td style="font-size:15px;color:#333">Liebe {% if f %}Frau{% else %}Leserin{% endif %},</td></tr>' +
      '<tr><td bgcolor="#a00"><a href="https://shop.example/?a=1&amp;b=2">Ansehen</a></td></tr></table>\n',
  },
  {
    name: 'Markdown',
    format: 'markdown',
    piece:
      '## Neues\n\nGuten Tag {{ name }}, *heute* gibt es [mehr](https://shop.example/{{ id }}).\n\n- eins\n- zwei\n\n',
  },
  {
    name: 'text',
    format: 'text',
    piece:
      'Guten Tag %%NAME%%,\n\nmehr unter https://shop.example/a?b={{ id }}. Schreiben Sie an hallo@shop.example\n\n- eins\n\n',
  },
  { name: 'nested tables', format: 'html', piece: '<table><tr><td>a' },
  { name: 'end tags only', format: 'html', piece: '</i></td></p>' },
  { name: 'open tags', format: 'mjml', piece: '{{ {% *| %% [[ ${ {$ {if #if( <% %%[ $! ' },
  { name: 'open conditionals', format: 'html', piece: '{% if a %}x{{#if b}}y' },
  { name: 'closed conditionals', format: 'html', piece: '{% if a %}x{% else %}y{% endif %}' },
  { name: 'ampersands', format: 'html', piece: '&&#&#x&am' },
  { name: 'unclosed comments', format: 'html', piece: '<!--[if mso]>' },
  { name: 'line of mail signs', format: 'text', piece: 'a@' },
  { name: 'one long link', format: 'text', piece: 'https://a.example/' },
];

function measure(format: MailFormat, source: string): number {
  const start = performance.now();
  parseMail(source, { format, templateTags });
  return performance.now() - start;
}

for (const { name, format, piece } of samples) {
  let before: number | undefined;
  for (let size = 1000; size <= largest; size *= 10) {
    const source = piece.repeat(Math.ceil(size / piece.length));
    // The best of several runs, because small mails are over before the compiler has warmed up.
    const runs = Array.from({ length: size < 100_000 ? 20 : 1 }, () => measure(format, source));
    const time = Math.min(...runs);
    const ratio = before === undefined ? '' : `× ${(time / before).toFixed(1)}`;
    console.log(`${name.padEnd(20)} ${String(size).padStart(9)} ${time.toFixed(2).padStart(10)} ms  ${ratio}`);
    before = time;
  }
}
