import { isAbsolute } from 'node:path';
import { isInside } from '../linter/isInside.js';
import type { Terminal } from './Terminal.js';

/** Where GitHub Actions and GitLab keep the project that they find files of a report in. */
const variables = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'] as const;

/**
 * The folder that the host of a pipeline finds files from: what its variables say where the working folder lies in it, else
 * the working folder.
 *
 * @returns an absolute path.
 */
export function projectFolderOf({ environment, cwd }: Pick<Terminal, 'environment' | 'cwd'>): string {
  const folders = variables.map((name) => environment[name]).filter((folder) => folder !== undefined);
  return folders.find((folder) => isAbsolute(folder) && isInside(cwd, folder)) ?? cwd;
}
