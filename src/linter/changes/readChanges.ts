import type { SourceRange } from '../../mail/SourceRange.js';
import type { ChangedLines, Changes } from './Changes.js';
import { hunksByFile } from './hunksByFile.js';
import { GitError, runGit } from './runGit.js';

/** Renames are followed, so that a mail that has only moved has no new lines. */
const diffOptions: readonly string[] = [
  'diff',
  '--relative',
  '--find-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--ignore-submodules',
  '--diff-filter=ACMRT',
];

/**
 * What differs between the place where the current branch left another, and the files as they are: committed, staged and
 * unstaged changes, and new files that Git doesn't know yet.
 *
 * @param reference a branch, tag or commit; without one only what is not committed yet has changed.
 * @param cwd absolute path of the working folder; nothing outside of it is told.
 * @throws GitError when Git cannot say.
 * @example [...(await readChanges('main', process.cwd())).files.keys()] // ['mails/may.mjml']
 */
export async function readChanges(reference: string | undefined, cwd: string): Promise<Changes> {
  const base = await baseOf(reference, cwd);
  const [names, patch, untracked] = await Promise.all([
    runGit([...diffOptions, '--name-only', '-z', base, '--'], cwd),
    runGit([...diffOptions, '--unified=0', base, '--'], cwd),
    runGit(['ls-files', '--others', '--exclude-standard', '-z'], cwd),
  ]);
  const paths = listOf(names);
  const hunks = hunksByFile(patch);
  if (hunks.length !== paths.length) throw new GitError('The files changed while Git looked at them. Try again.');
  const changed = paths.map((path, index): [string, readonly SourceRange[]] => [path, hunks[index] ?? []]);
  const added = listOf(untracked).map((path): [string, ChangedLines] => [path, 'all']);
  return { files: new Map<string, ChangedLines>([...changed, ...added]) };
}

async function baseOf(reference: string | undefined, cwd: string): Promise<string> {
  await runGit(['rev-parse', '--git-dir'], cwd);
  const given = reference ?? 'HEAD';
  const commit = await commitOf(given, cwd);
  if (commit === undefined) {
    // A repository without any commit: everything in it is new.
    if (reference === undefined) return emptyTree(cwd);
    throw new GitError(`Git knows no branch, tag or commit “${reference}”. In a pipeline, fetch it first.`);
  }
  if (reference === undefined) return commit;
  return runGit(['merge-base', commit, 'HEAD'], cwd).then(
    (output) => output.trim(),
    () => {
      throw new GitError(
        `“${reference}” and this branch have no commit in common. In a pipeline, fetch the whole history.`,
      );
    },
  );
}

async function commitOf(reference: string, cwd: string): Promise<string | undefined> {
  // What begins with a hyphen is an option to Git and no name.
  if (reference.startsWith('-') || reference.trim() === '') return undefined;
  return runGit(['rev-parse', '--verify', '--quiet', `${reference}^{commit}`], cwd).then(
    (output) => output.trim(),
    () => undefined,
  );
}

async function emptyTree(cwd: string): Promise<string> {
  return (await runGit(['hash-object', '-t', 'tree', '/dev/null'], cwd)).trim();
}

function listOf(output: string): readonly string[] {
  return output.split('\0').filter((path) => path !== '');
}
