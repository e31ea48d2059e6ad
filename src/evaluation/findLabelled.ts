import { stat } from 'node:fs/promises';
import { posix, relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import type { RunProblem } from '../linter/LintReport.js';
import type { LabelledFile } from './LabelledFile.js';

export interface FoundLabelled {
  /** Sorted by path. */
  readonly files: readonly LabelledFile[];
  /** Mails with labels in a format that cannot be linted. */
  readonly unsupported: readonly string[];
  readonly problems: readonly RunProblem[];
}

const labelEnding = '.expect.yml';
const ignore = ['**/node_modules/**', '**/.git/**'];

/**
 * Finds mails that have a `NAME.expect.yml` beside them, and passages lists (`passages*.yml`).
 *
 * @param patterns folders, which are searched with all below them; files: a list, a file of labels or a mail that has
 * one; or globs of such files. A pattern that leads to nothing is a problem.
 * @param isMail whether a file's format can be linted, told by its path.
 * @example await findLabelled(['fixtures'], '/home/me/shop', (path) => path.endsWith('.md'))
 */
export async function findLabelled(
  patterns: readonly string[],
  cwd: string,
  isMail: (path: string) => boolean,
): Promise<FoundLabelled> {
  const files = new Map<string, LabelledFile>();
  const unsupported = new Set<string>();
  const problems: RunProblem[] = [];
  for (const pattern of patterns) {
    const candidates = await expand(pattern, cwd);
    const lists = candidates.filter(isPassagesList);
    for (const path of lists) files.set(path, { kind: 'passages', path });
    const labelFiles = await labelFilesOf(candidates, cwd);
    for (const labels of labelFiles) {
      const beside = await mailsBeside(labels, cwd);
      const mails = beside.filter(isMail);
      for (const path of mails) files.set(path, { kind: 'mail', path, labels });
      if (beside.length === 0) problems.push({ path: labels, message: withoutMail(labels) });
      else if (mails.length === 0) unsupported.add(beside[0] ?? labels);
    }
    if (lists.length === 0 && labelFiles.length === 0) problems.push({ path: pattern, message: withoutLabels });
  }
  const sorted = [...files.values()].sort((left, right) => compare(left.path, right.path));
  return { files: sorted, unsupported: [...unsupported].sort(compare), problems };
}

const withoutLabels =
  'Nothing here is labelled. Name a folder, or files, with mails that have a NAME.expect.yml beside them, or with passages*.yml.';

function withoutMail(labels: string): string {
  const name = posix.basename(labels).slice(0, -labelEnding.length);
  return `There is no mail for these labels: a file named ${name} with the ending of its format was expected beside them.`;
}

async function expand(pattern: string, cwd: string): Promise<readonly string[]> {
  const path = resolve(cwd, pattern);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return [toRelative(path, cwd)];
  // With the folder as the place to search in, nothing in its own name can be taken for a glob.
  const options = found?.isDirectory()
    ? { patterns: [`**/*${labelEnding}`, '**/passages*.yml'], cwd: path }
    : { patterns: [pattern.replaceAll(sep, '/')], cwd };
  const paths = await glob({ ...options, ignore, absolute: true, followSymbolicLinks: false });
  return paths.map((each) => toRelative(resolve(each), cwd)).sort(compare);
}

function isPassagesList(path: string): boolean {
  const name = posix.basename(path);
  return name.startsWith('passages') && name.endsWith('.yml') && !name.endsWith(labelEnding);
}

/** The files of labels among the candidates, and those that belong to mails among them. */
async function labelFilesOf(candidates: readonly string[], cwd: string): Promise<readonly string[]> {
  const labelFiles = new Set<string>();
  for (const path of candidates) {
    if (path.endsWith(labelEnding)) labelFiles.add(path);
    else if (!isPassagesList(path)) {
      const labels = ownLabels(path, new Set(await siblings(path, cwd)));
      if (labels !== undefined) labelFiles.add(labels);
    }
  }
  return [...labelFiles];
}

async function mailsBeside(labels: string, cwd: string): Promise<readonly string[]> {
  const all = await siblings(labels, cwd);
  const present = new Set(all);
  return all.filter((path) => ownLabels(path, present) === labels).sort(compare);
}

/** `a.html.twig` belongs to `a.html.expect.yml` where there is one, else to `a.expect.yml`. */
function ownLabels(mail: string, present: ReadonlySet<string>): string | undefined {
  if (mail.endsWith('.yml')) return undefined;
  const folder = posix.dirname(mail);
  let name = posix.basename(mail);
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.')) {
    name = name.slice(0, dot);
    const labels = posix.join(folder, name + labelEnding);
    if (present.has(labels)) return labels;
  }
  return undefined;
}

async function siblings(path: string, cwd: string): Promise<readonly string[]> {
  const folder = resolve(cwd, posix.dirname(path));
  const paths = await glob({ patterns: ['*'], cwd: folder, absolute: true, followSymbolicLinks: false });
  return paths.map((each) => toRelative(resolve(each), cwd));
}

function toRelative(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
