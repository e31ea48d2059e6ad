import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/linter/inOrder.js';

describe('inOrder', () => {
  it('takes results in the order of the items, with so many under way at once', async () => {
    const finished: string[] = [];
    const taken: string[] = [];
    let running = 0;
    let most = 0;
    const turns = new Map([['a', 5], ['b', 1], ['c', 3]]); // biome-ignore format: one line reads better
    const work = async (item: string): Promise<string> => {
      running += 1;
      most = Math.max(most, running);
      for (let turn = 0; turn < (turns.get(item) ?? 0); turn += 1) await Promise.resolve();
      running -= 1;
      finished.push(item);
      return item.toUpperCase();
    };
    await inOrder(['a', 'b', 'c', 'd'], 2, work, (result) => void taken.push(result));
    expect(finished[0]).toBe('b');
    expect(taken).toEqual(['A', 'B', 'C', 'D']);
    expect(most).toBe(2);
  });

  it('fails with the first error of the work', async () => {
    const work = async (item: string): Promise<string> => {
      throw new Error(item);
    };
    await expect(inOrder(['a', 'b', 'c'], 3, work, () => undefined)).rejects.toThrow('a');
    await expect(inOrder([], 3, work, () => undefined)).resolves.toBeUndefined();
  });
});
