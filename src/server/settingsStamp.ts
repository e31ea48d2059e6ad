import { stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { packageFile } from '../config/SettingsReader.js';
import { settingsFileNames } from '../config/settingsFileNames.js';
import { baselineFileName } from '../linter/baseline/Baseline.js';
import { campaignFileName } from '../linter/CampaignReader.js';
import { exceptionsFileName } from '../linter/exceptions/ExceptionsReader.js';

const names = [...settingsFileNames, packageFile, campaignFileName, exceptionsFileName, baselineFileName];

/**
 * When the files last changed that can say something about a mail. Many editors do not tell when a file changes.
 *
 * @param cwd absolute path of the working folder.
 * @param path of the mail, relative to it, with forward slashes.
 * @returns a text that differs as soon as one of them has changed, come or gone.
 */
export async function settingsStamp(cwd: string, path: string): Promise<string> {
  const paths = foldersOf(path).flatMap((folder) => names.map((name) => join(cwd, folder, name)));
  const stats = await Promise.all(paths.map((file) => stat(file).catch(() => undefined)));
  return stats.map((file) => (file ? `${file.mtimeMs}/${file.size}` : '')).join(' ');
}

function foldersOf(path: string): readonly string[] {
  if (path.startsWith('../')) return [];
  const folders: string[] = [];
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    folders.push(folder);
    if (folder === '.' || folder === '/') return folders;
  }
}
