/**
 * Reads folders of mail files, such as the test suites of other parsers hold, and compares what it reads with what
 * `postal-mime` reads. Prints a table with a row for each folder, and on standard error what differs.
 *
 *     npx tsx bench/mail-files.ts folder/of/mails another/folder
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { parse as parseYaml } from 'yaml';
import { decodeHeader } from '../src/formats/eml/decodeHeader.js';
import { readMailTexts } from '../src/formats/eml/readMailTexts.js';
import { parseMail } from '../src/formats/parse.js';
import type { TemplateTagFamily } from '../src/formats/TemplateTagFamily.js';
import { decodeMail } from '../src/linter/readMailFile.js';

interface Counts {
  files: number;
  results: number;
  withProblems: number;
  texts: number;
  sameTexts: number;
  subjects: number;
  sameSubjects: number;
}

const none: Counts = { files: 0, results: 0, withProblems: 0, texts: 0, sameTexts: 0, subjects: 0, sameSubjects: 0 };
const columns = Object.keys(none) as readonly (keyof Counts)[];
const tagsFile = new URL('../rules/template-tags.yml', import.meta.url);
const templateTags: readonly TemplateTagFamily[] = parseYaml(readFileSync(tagsFile, 'utf8')).families;

/** White space and byte order marks are told apart by no reader. */
function folded(text: string): string {
  return text.replace(/[\s\0\ufeff]+/gu, '');
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .sort();
}

async function measureFile(path: string, counts: Counts): Promise<void> {
  const bytes = readFileSync(path);
  const source = decodeMail(bytes, 'eml') ?? '';
  counts.files++;
  const { problems } = parseMail(source, { format: 'eml', templateTags });
  counts.results++;
  if (problems.length > 0) counts.withProblems++;
  const theirs = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  compareTexts(path, source, theirs, counts);
  compareSubjects(path, source, theirs, counts);
}

/** The other parser joins all parts of one kind, so that a part need only be among them. */
function compareTexts(path: string, source: string, theirs: Email, counts: Counts): void {
  for (const { kind, text } of readMailTexts(source).parts) {
    counts.texts++;
    const other = folded((kind === 'text' ? theirs.text : theirs.html) ?? '');
    if (other.includes(folded(text.value))) counts.sameTexts++;
    else console.error(`${path}: the ${kind} part differs`);
  }
}

function compareSubjects(path: string, source: string, theirs: Email, counts: Counts): void {
  const header = readMailTexts(source).headers.find(({ name }) => name === 'subject');
  if (header === undefined && theirs.subject === undefined) return;
  counts.subjects++;
  const ours = header === undefined ? '' : decodeHeader(source, header.value).text.value;
  if (folded(ours) === folded(theirs.subject ?? '')) counts.sameSubjects++;
  else console.error(`${path}: the subject differs`);
}

function row(name: string, counts: Counts): string {
  return `| ${[name, ...columns.map((column) => counts[column])].join(' | ')} |`;
}

const total = { ...none };
console.log('| folder | files | end in a result | with a problem told | texts | same | subjects | same |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const folder of process.argv.slice(2)) {
  const counts = { ...none };
  for (const path of filesBelow(folder)) await measureFile(path, counts);
  console.log(row(basename(folder), counts));
  for (const column of columns) total[column] += counts[column];
}
console.log(row('**all**', total));
