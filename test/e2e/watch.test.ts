import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { command } from './runCommand.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';

/** Starts the command. @returns what waits for its next reports and gives back the last line of the last. */
function watched(cwd: string, args: readonly string[]) {
  const child = spawn(process.execPath, [command, ...args], { cwd, env: { ...process.env, GITHUB_ACTIONS: '' } });
  onTestFinished(() => void child.kill());
  let output = '';
  let onOutput: () => void = () => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    onOutput();
  });
  return async (ending: RegExp): Promise<string> => {
    while (!ending.test(output)) {
      await new Promise<void>((resolve) => {
        onOutput = resolve;
      });
    }
    const seen = output;
    output = '';
    return seen;
  };
}

it('lints again when a mail or its settings change', async () => {
  const cwd = temporaryFolder({ 'a/one.md': threat, 'a/two.md': 'The roses bloom.' });
  const next = watched(cwd, ['a', '--watch', '--format', 'compact', '--format', 'markdown=report.md']);
  expect(await next(/one\.md.*coercive-deadline.*\n/u)).not.toMatch(/two\.md.*coercive-deadline/u);
  writeFileSync(join(cwd, 'a/two.md'), threat);
  expect(await next(/two\.md.*coercive-deadline.*\n/u)).toContain('one.md');
  writeFileSync(join(cwd, 'a/tactful.config.yml'), 'rules:\n  coercive-deadline: info\n');
  await next(/two\.md.* info: .*coercive-deadline.*\n/u);
});
