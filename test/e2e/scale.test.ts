import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/reporters.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { projectFolder, runCommand } from './runCommand.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';

/** Settings, campaigns, translations, broken files and all fixtures. */
function mails(): string {
  const folder = temporaryFolder({
    'tactful.config.yml': 'overrides:\n  - files: ["set/**"]\n    rules:\n      coercive-deadline: warning\n',
    'set/one.md': threat,
    'set/two.md': threat,
    'campaign/campaign.yml': 'type: consent\n',
    'campaign/01.md': threat,
    'campaign/02.md': `Last chance! ${threat}`,
    'campaign/03.md': `Last chance! Once more: ${threat}`,
    'welcome.en.md': 'Hello, you may object at any time until 3 May 2026.',
    'welcome.de.md': 'Hallo und guten Tag.',
    'broken.md': '---\nsubject: [\n---\nHello.',
    'bytes.md': Uint8Array.of(0x61, 0x0a, 0xff),
  });
  cpSync(join(projectFolder, 'fixtures'), join(folder, 'fixtures'), { recursive: true });
  return folder;
}

/** Writes every format, since each reads other parts of a report. @returns what the run has written and said. */
async function everything(cwd: string, args: readonly string[]) {
  const names = reporters.map(({ name }) => name);
  const ended = await runCommand(['.', ...names.flatMap((name) => ['--format', `${name}=out/${name}`]), ...args], {
    cwd,
  });
  return { ...ended, reports: names.map((name) => readFileSync(join(cwd, 'out', name), 'utf8')) };
}

describe('a run over many mails', () => {
  it('makes the same report with one thread and with four', async () => {
    const cwd = mails();
    const one = await everything(cwd, ['--concurrency', '1']);
    expect(one.exitCode).toBe(2);
    expect(one.reports.every((report) => report.includes('fixtures/'))).toBe(true);
    expect(await everything(cwd, ['--concurrency', '4'])).toEqual(one);
  });

  it('makes the same report with a cache, whether it is new or not, and with threads', async () => {
    const cwd = mails();
    const plain = await everything(cwd, []);
    for (const threads of ['2', '1']) {
      expect(await everything(cwd, ['--cache', '--concurrency', threads])).toEqual(plain);
    }
    expect(readdirSync(join(cwd, '.tactfulcache')).length).toBeGreaterThan(50);
  });

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
