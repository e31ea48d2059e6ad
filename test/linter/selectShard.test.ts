import { describe, expect, it } from 'vitest';
import { selectShard } from '../../src/linter/selectShard.js';
import { temporaryFolder } from './temporaryFolder.js';

const mails = Array.from({ length: 200 }, (_, index) => `mails/${index}.md`);

function sharesOf(paths: readonly string[], count: number, cwd: string): Promise<readonly (readonly string[])[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => selectShard(paths, { index: index + 1, count }, cwd)));
}

describe('selectShard', () => {
  it('puts every mail into one share, in its order', async () => {
    const cwd = temporaryFolder();
    const paths = [...mails, '../outside.md', 'Grüße 🎁.md'];
    const shares = await sharesOf(paths, 5, cwd);
    expect(shares.flat().sort()).toEqual(paths.toSorted());
    for (const share of shares) expect(share).toEqual(paths.filter((path) => share.includes(path)));
    expect(Math.min(...shares.map((share) => share.length))).toBeGreaterThan(20);
  });

  it('moves no mail when another is added', async () => {
    const cwd = temporaryFolder();
    const before = await sharesOf(mails.slice(1), 3, cwd);
    const after = await sharesOf(mails, 3, cwd);
    expect(after.map((share) => share.filter((path) => path !== mails[0]))).toEqual(before);
  });

  it('is the same on every machine', async () => {
    const cwd = temporaryFolder();
    expect(await selectShard(['a.md', 'b.md', 'c.md', 'd.md'], { index: 1, count: 2 }, cwd)).toEqual([
      'a.md',
      'b.md',
      'c.md',
    ]);
  });

  it('keeps the mails of a campaign together', async () => {
    const cwd = temporaryFolder({ 'spring/campaign.yml': '', 'spring/de/inner/campaign.yml': '' });
    const campaign = mails.map((path) => `spring/${path}`);
    const inner = mails.map((path) => `spring/de/inner/${path}`);
    const shares = await sharesOf([...campaign, ...inner, ...mails], 7, cwd);
    for (const group of [campaign, inner]) {
      expect(shares.filter((share) => group.some((path) => share.includes(path)))).toHaveLength(1);
    }
    expect(shares.filter((share) => mails.some((path) => share.includes(path)))).toHaveLength(7);
  });
});
