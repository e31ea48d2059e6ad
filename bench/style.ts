/**
 * Times what working out the looks of a mail costs: a 100 KB HTML mail with a style sheet, read with its styles and without
 * them, and how easily each of its texts is noticed. Wanted: at most as long as parsing it twice. Run with
 * `npx tsx bench/style.ts`.
 */
import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { parseMail } from '../src/formats/parse.js';
import { MailLooks } from '../src/reading/MailLooks.js';
import { prominenceFile } from '../src/rulebook/schemas.js';

const rules = new URL('../rules/', import.meta.url);
const { families: templateTags } = parseYaml(readFileSync(new URL('template-tags.yml', rules), 'utf8'));
const model = prominenceFile.parse(parseYaml(readFileSync(new URL('prominence.yml', rules), 'utf8')));
const runs = 40;

const sheet = `<style>
body { margin: 0; font: 15px/1.5 Arial, sans-serif; color: #333333 } a { color: #0a5 } .card h2 { font-size: 20px }
.card p, .card li { color: #444444 } .card td.price:last-child { font-weight: bold } .small, .small a { font-size: 11px }
@media (max-width: 480px) { .card { padding: 0 } } #legal p { color: #888888 } .button a:link { color: #ffffff }
</style>`;
const card = (at: number) => `<table class="card" width="100%"><tr><td style="padding:8px 12px;font-size:14px">
<h2>Seedling ${at}</h2><p>Grown in the cold frame, <b>ready</b> in May.</p></td><td class="price" bgcolor="#f4f4f4">${at} pounds</td></tr>
<tr><td class="button" style="background:#225533"><a href="https://nursery.example/${at}" style="padding:9px 20px">See it</a></td></tr></table>\n`;
const bare = (html: string) => html.replaceAll(/ (?:style|bgcolor|class)="[^"]*"/g, '').replace(sheet, '');

let body = '';
for (let at = 0; body.length < 100_000; at++) body += card(at);
const styled = `<!doctype html><html><head>${sheet}</head><body>${body}<p class="small">Legal</p></body></html>`;
const plain = bare(styled).padEnd(styled.length, ' ');

function fastest(work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const options = { format: 'html', templateTags } as const;
const parsing = fastest(() => parseMail(plain, options));
const cascade = fastest(() => parseMail(styled, options)) - parsing;
const mail = parseMail(styled, options);
const prominence = fastest(() => {
  const looks = new MailLooks(mail, model);
  for (const block of mail.children) looks.prominenceOf(block, 0, block.text.value.length);
});
const ratio = (cascade + prominence) / (2 * parsing);
process.stdout.write(
  `${styled.length / 1000} KB of HTML, ${mail.children.length} texts\nparsing without styles: ${parsing.toFixed(1)} ms\n` +
    `cascade: ${cascade.toFixed(1)} ms\nprominence: ${prominence.toFixed(1)} ms\n` +
    `cascade and prominence / parsing twice: ${ratio.toFixed(2)} (wanted: at most 1)\n`,
);
