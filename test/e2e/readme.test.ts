import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulebook } from '../rulebook.js';
import { projectFolder, runCommand } from './runCommand.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

function between(start: string, end: string): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end, from + start.length);
  expect(from, `README.md holds ${start}`).toBeGreaterThanOrEqual(0);
  return readme.slice(from + start.length, to);
}

describe('README.md', () => {
  it('shows what the command prints', async () => {
    const shown = between('```console\n$ npx tactful docs/examples\n', '\n```');
    const { output } = await runCommand(['docs/examples']);
    expect(output.trimEnd()).toBe(shown.trimEnd());
  });

  it('lists the rules with their severity and description', () => {
    const rows = rulebook.rules.map(
      ({ id, severity, description }) => `| [\`${id}\`](rules/${id}/README.md) | ${severity} | ${description.en} |`,
    );
    const table = between('<!-- rules -->', '<!-- /rules -->').split('\n');
    const shown = table.filter((line) => line.startsWith('| [')).map((line) => line.replaceAll(/ +/gu, ' '));
    expect(shown).toEqual(rows);
  });

  it('shows code that does what its comment says', () => {
    const code = between('```js\n', '\n```');
    // The package's own name leads to what was built.
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: projectFolder,
      encoding: 'utf8',
    });
    expect(printed).toBe('coercive-deadline\n');
  });
});
