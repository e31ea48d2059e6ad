import { createHash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { isAbsolute, join, posix } from 'node:path';
import { campaignFileName } from './CampaignReader.js';
import type { Shard } from './Shard.js';

/**
 * Chooses the mails of one share of a run. The share of a mail hangs on its path alone, so that adding a mail moves no
 * other; mails below the same `campaign.yml` come into the same share.
 *
 * @param paths relative to the working folder, with forward slashes.
 * @param cwd absolute path of the working folder.
 * @returns the chosen paths, in their order.
 * @example await selectShard(['a.md', 'b.md'], { index: 1, count: 1 }, cwd) // ['a.md', 'b.md']
 */
export async function selectShard(paths: readonly string[], shard: Shard, cwd: string): Promise<readonly string[]> {
  const campaignFolders = new Map<string, Promise<string | undefined>>();
  const findFolder = (folder: string): Promise<string | undefined> => {
    const known = campaignFolders.get(folder);
    if (known !== undefined) return known;
    const found = access(join(cwd, folder, campaignFileName)).then(
      () => folder,
      () => (folder === '.' ? undefined : findFolder(posix.dirname(folder))),
    );
    campaignFolders.set(folder, found);
    return found;
  };
  const isOutside = (path: string): boolean => path.startsWith('../') || isAbsolute(path);
  const folders = await Promise.all(
    paths.map((path) => (isOutside(path) ? undefined : findFolder(posix.dirname(path)))),
  );
  return paths.filter((path, index) => shareOf(folders[index] ?? path, shard.count) === shard.index);
}

function shareOf(name: string, count: number): number {
  return (createHash('sha256').update(name).digest().readUIntBE(0, 6) % count) + 1;
}
