import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reporterNames } from '../../src/cli/FormatChoice.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { commitAll } from './repository.js';
import { runCommand } from './runCommand.js';

const count = 2000;
const nameOf = (index: number) => `mails/mail-${String(index).padStart(4, '0')}.md`;
const acts = ['agree to the new terms', 'confirm your address', 'accept our offer', 'answer this message'];
const threats = ['close your account', 'delete your data', 'block your card', 'end your contract'];

/** Every mail differs, and every third pushes. */
function mailAt(index: number): string {
  const act = acts[index % acts.length];
  const threat = threats[Math.floor(index / acts.length) % threats.length];
  const push = index % 3 === 0 ? `You must ${act} by ${1 + (index % 28)} May, otherwise we will ${threat}.\n\n` : '';
  return `---\ntype: consent\nsubject: Letter ${index}\n---\nDear reader ${index},\n\n${push}Thank you for being with us.\n`;
}

const added = 'You must agree by midnight, otherwise we will close your account.';

it('a repository with 2,000 mails adopts Tactful, and hears of exactly what is new, in every format', async () => {
  const cwd = temporaryFolder(
    Object.fromEntries([...Array(count).keys()].map((index) => [nameOf(index), mailAt(index)])),
  );
  const adopted = await runCommand(['baseline'], { cwd });
  expect(adopted).toMatchObject({ exitCode: 0, errors: '' });
  commitAll(cwd);
  const quiet = await runCommand(['.', '--fail-on', 'info'], { cwd });
  expect(quiet).toMatchObject({ exitCode: 0, errors: '' });

  const [hasNew, isMoved, isChanged] = [nameOf(1), nameOf(3), nameOf(6)];
  writeFileSync(join(cwd, hasNew), `${mailAt(1)}\n${added}\n`);
  writeFileSync(join(cwd, isMoved), mailAt(3).replace('Dear reader', 'A new paragraph comes first.\n\nDear reader'));
  writeFileSync(join(cwd, isChanged), mailAt(6).replace('otherwise we will', 'otherwise we will at once'));

  const formats = reporterNames.flatMap((name) => ['--format', `${name}=out/${name}`]);
  for (const choice of [[], ['--changed-lines']]) {
    const { exitCode, errors } = await runCommand(['.', '--fail-on', 'warning', ...choice, ...formats], { cwd });
    expect(errors).toContain('1 finding that it knows is gone');
    const textOf = (name: string) => readFileSync(join(cwd, 'out', name), 'utf8');
    expect(exitCode).toBe(1);
    const { files, summary } = JSON.parse(textOf('json'));
    const found: readonly { readonly path: string; readonly findings: readonly { readonly rule: string }[] }[] = files;
    const withFindings = found.filter(({ findings }) => findings.length > 0);
    expect(withFindings.map(({ path }) => path)).toEqual([hasNew, isChanged]);
    expect(withFindings.map(({ findings }) => [...new Set(findings.map(({ rule }) => rule))].sort())).toEqual([
      ['coercive-deadline', 'short-notice'],
      ['coercive-deadline'],
    ]);
    expect(summary.files).toBe(choice.length === 0 ? count : 3);
    for (const name of reporterNames) {
      const told = new Set(findingPlaces(name, textOf(name)));
      expect([...told].sort(), name).toEqual([hasNew, isChanged]);
    }
  }
}, 240_000);

/** The mails that a report has findings in; formats that list every mail are asked for those that fail. */
function findingPlaces(name: string, text: string): readonly string[] {
  const listed = (part: string) => part.match(/mails\/mail-\d{4}\.md/gu) ?? [];
  switch (name) {
    case 'json':
      return JSON.parse(text)
        .files.filter(({ findings }: { findings: readonly unknown[] }) => findings.length > 0)
        .map(({ path }: { path: string }) => path);
    case 'checkstyle':
      return text
        .split('<file ')
        .filter((part) => part.includes('<error') && !part.includes('tactful-baseline.json'))
        .flatMap((part) => listed(part).slice(0, 1));
    case 'junit':
      return text
        .split('<testsuite ')
        .filter((part) => part.includes('<failure'))
        .flatMap((part) => listed(part).slice(0, 1));
    case 'tap':
      return text
        .split('\n')
        .filter((line) => line.startsWith('not ok'))
        .flatMap(listed);
    case 'sarif':
      return JSON.parse(text).runs[0].results.flatMap((result: unknown) => listed(JSON.stringify(result)));
    default:
      return text
        .split('\n')
        .filter((line) => !line.includes('tactful-baseline.json'))
        .flatMap(listed);
  }
}
