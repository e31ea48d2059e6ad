import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { commitAll, git } from './repository.js';
import { projectFolder } from './runCommand.js';

const coercive = 'Agree to the new terms by Friday, or your account will be closed.\n';
const fair = 'The library is open on Saturday. Thank you for your trust.\n';

const isInstalled = spawnSync('pre-commit', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * A repository of hooks: this project as built, so that pre-commit needn't build it anew, which takes it some minutes. Its
 * package is without what only a checkout can do.
 */
function hookRepository(): string {
  const description = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const { scripts: _scripts, devDependencies: _development, ...published } = description;
  const folder = temporaryFolder({ 'package.json': JSON.stringify(published) });
  for (const name of [...description.files, '.pre-commit-hooks.yaml']) {
    cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  commitAll(folder);
  return folder;
}

function preCommit(cwd: string): { readonly status: number | null; readonly output: string } {
  // The settings of the npm that runs these tests would be taken for the user's.
  const own = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_'));
  const env = { ...Object.fromEntries(own), PRE_COMMIT_HOME: temporaryFolder({}), PRE_COMMIT_COLOR: 'never' };
  const { status, stdout, stderr } = spawnSync('pre-commit', ['run'], { cwd, env, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

describe('pre-commit', () => {
  it.skipIf(!isInstalled)(
    `stops the coercive mail of a commit${isInstalled ? '' : ' (pre-commit is not installed)'}`,
    () => {
      const hooks = hookRepository();
      const settings = {
        repos: [{ repo: hooks, rev: git(hooks, 'rev-parse', 'HEAD').trim(), hooks: [{ id: 'tactful' }] }],
      };
      const mails = temporaryFolder({
        '.pre-commit-config.yaml': JSON.stringify(settings),
        'mails/fair.md': fair,
        'notes.csv': coercive,
      });
      commitAll(mails);
      writeFileSync(join(mails, 'mails', '-a b.md'), `---\ntype: terms-update\n---\n\n${coercive}`);
      git(mails, 'add', '--all');
      const stopped = preCommit(mails);
      expect(stopped.output).toContain('mails/-a b.md');
      expect(stopped.output).toContain('coercive-deadline');
      expect(stopped.output).not.toMatch(/fair\.md|notes\.csv/u);
      expect(stopped.status).toBe(1);

      writeFileSync(join(mails, 'mails', '-a b.md'), fair);
      git(mails, 'add', '--all');
      expect(preCommit(mails)).toMatchObject({ status: 0, output: expect.stringContaining('Passed') });
    },
    120_000,
  );
});
