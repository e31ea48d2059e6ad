import { execFile } from 'node:child_process';

/** Why Git could not answer; the message says what to do. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** Nothing that a repository's settings name is run, no pager is asked, and no lock is taken. */
const careful: readonly string[] = [
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'diff.external=',
];
const mostOutput = 512 * 1024 * 1024;

/**
 * Runs Git without a shell.
 *
 * @param cwd absolute path of the working folder.
 * @throws GitError when there is no Git, no repository, or Git refuses.
 */
export function runGit(args: readonly string[], cwd: string): Promise<string> {
  const environment = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return new Promise((resolve, reject) => {
    const options = { cwd, env: environment, maxBuffer: mostOutput, encoding: 'utf8', windowsHide: true } as const;
    execFile('git', [...careful, ...args], options, (error, output, errors) => {
      if (error) reject(new GitError(reasonOf(error, errors)));
      else resolve(output);
    });
  });
}

function reasonOf(error: Error & { readonly code?: unknown }, errors: string): string {
  if (error.code === 'ENOENT') return 'Git is not there. Install it, or leave --changed out.';
  if (errors.includes('not a git repository')) {
    return 'This folder is in no Git repository, so nobody knows what has changed. Leave --changed out.';
  }
  if (errors.includes('dubious ownership')) {
    return 'Git does not trust this repository, since it belongs to somebody else. See git help config, safe.directory.';
  }
  return `Git could not say what has changed: ${(errors.split('\n')[0] ?? '').trim() || error.message}`;
}
