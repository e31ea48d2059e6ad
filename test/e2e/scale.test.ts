import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporterNames } from '../../src/cli/FormatChoice.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { projectFolder, runCommand } from './runCommand.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';
const footer = '<mj-include path="parts/footer.mjml" />';
const generated = 200;

/** Mails of all kinds: with and without findings, in two languages, with a shared footer, a campaign, an exception. */
function generatedMail(index: number): readonly [path: string, text: string] {
  const name = `mails/${String(index).padStart(3, '0')}`;
  switch (index % 5) {
    case 0:
      return [`${name}.md`, `---\ntype: consent\n---\nDear reader ${index},\n\n${threat}\n`];
    case 1:
      return [`${name}.html`, `<p>Bed ${index} is in bloom.</p>{% include "../parts/missing.html" %}`];
    case 2:
      return [
        `mails/${index}.mjml`,
        `<mjml><mj-body><mj-section><mj-column><mj-text>Letter ${index}</mj-text>${footer.replace('parts', '../parts')}</mj-column></mj-section></mj-body></mjml>`,
      ];
    case 3:
      return [`campaign/${name.slice(6)}.md`, `Last chance! Reminder ${index}: ${threat}\n`];
    default:
      return [
        `${name}.de.txt`,
        `Guten Tag,\n\nBeet ${index} blüht. Sie müssen bis morgen zustimmen, sonst löschen wir Ihr Konto.\n`,
      ];
  }
}

/** Settings, campaigns, translations, parts, exceptions, broken files, all fixtures, and generated mails. */
function mails(): string {
  const folder = temporaryFolder({
    'tactful.config.yml': 'overrides:\n  - files: ["set/**"]\n    rules:\n      coercive-deadline: warning\n',
    'set/one.md': threat,
    'set/two.md': `<!-- tactful-ignore-next coercive-deadline -- the court has set it -->\n\n${threat}\n`,
    'campaign/campaign.yml': 'type: consent\n',
    'parts/footer.mjml': `<mj-text>${threat}</mj-text>`,
    'welcome.en.md': 'Hello, you may object at any time until 3 May 2026.',
    'welcome.de.md': 'Hallo und guten Tag.',
    'broken.md': '---\nsubject: [\n---\nHello.',
    'bytes.md': Uint8Array.of(0x61, 0x0a, 0xff),
    ...Object.fromEntries(Array.from({ length: generated }, (_, index) => generatedMail(index))),
  });
  cpSync(join(projectFolder, 'fixtures'), join(folder, 'fixtures'), { recursive: true });
  return folder;
}

interface Told {
  readonly exitCode: number | null;
  /** Every format, since each reads other parts of a report. */
  readonly reports: readonly string[];
}

async function told(cwd: string, args: readonly string[]): Promise<Told> {
  const formats = reporterNames.flatMap((name) => ['--format', `${name}=out/${name}`]);
  const { exitCode } = await runCommand([...args, ...formats], { cwd });
  const reports = reporterNames.map((name) => readFileSync(join(cwd, 'out', name), 'utf8'));
  rmSync(join(cwd, 'out'), { recursive: true });
  return { exitCode, reports };
}

async function mergedShards(cwd: string, count: number): Promise<Told> {
  const files: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const file = `shard-${index}.json`;
    await runCommand(['.', '--shard', `${index}/${count}`, '--format', `json=${file}`, '--concurrency', '2'], { cwd });
    files.push(file);
  }
  const merged = await told(cwd, ['merge', ...files]);
  for (const file of files) rmSync(join(cwd, file));
  return merged;
}

describe('a run over many mails', () => {
  it('makes the same reports in every format, however it goes about it', async () => {
    const cwd = mails();
    const plain = await told(cwd, ['.', '--concurrency', '1']);
    expect(plain.exitCode).toBe(2);
    expect(JSON.parse(plain.reports[reporterNames.indexOf('json')] ?? '').summary.files).toBeGreaterThan(generated);
    /** Only names, since these reports are long. */
    const differing = ({ exitCode, reports }: Told): readonly string[] => [
      ...(exitCode === plain.exitCode ? [] : [`exit code ${exitCode}`]),
      ...reporterNames.filter((_, index) => reports[index] !== plain.reports[index]),
    ];
    expect(differing(await told(cwd, ['.', '--concurrency', '4'])), 'four threads').toEqual([]);
    expect(differing(await told(cwd, ['.', '--cache', '--concurrency', '4'])), 'an empty cache').toEqual([]);
    expect(readdirSync(join(cwd, '.tactfulcache')).length).toBeGreaterThan(generated);
    expect(differing(await told(cwd, ['.', '--cache', '--concurrency', '1'])), 'a full cache').toEqual([]);
    expect(differing(await told(cwd, ['.', '--cache'])), 'a full cache and threads if need be').toEqual([]);
    expect(differing(await mergedShards(cwd, 3)), 'three shards').toEqual([]);
  }, 240_000);

  it('sees what has changed since it was remembered', async () => {
    const cwd = temporaryFolder({ 'a.md': threat, 'b.md': 'The roses bloom.' });
    const run = () => runCommand(['.', '--cache', '--cache-location', 'kept', '--format', 'compact'], { cwd });
    expect((await run()).output).toMatch(/^a\.md/u);
    writeFileSync(join(cwd, 'b.md'), threat);
    const changed = await run();
    expect(changed.output).toMatch(/^b\.md/mu);
    writeFileSync(join(cwd, 'tactful.config.yml'), 'rules:\n  coercive-deadline: off\n');
    expect((await run()).output).not.toContain('coercive-deadline');
    expect(readdirSync(cwd).toSorted()).toEqual(['a.md', 'b.md', 'kept', 'tactful.config.yml']);
  });

  it('keeps no cache behind a link that leads out of the working folder', async () => {
    const [cwd, elsewhere] = [temporaryFolder({ 'a.md': threat }), temporaryFolder()];
    mkdirSync(join(cwd, 'node_modules'));
    symlinkSync(elsewhere, join(cwd, 'node_modules/.cache'));
    const { exitCode, errors, output } = await runCommand(['a.md', '--cache'], { cwd });
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(errors).toContain('leads out of the working folder through a link. Choose another --cache-location.');
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});
