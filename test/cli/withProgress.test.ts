import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withProgress } from '../../src/cli/withProgress.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is written during a run of two seconds that does a mail every tenth of one. */
async function shown(terminal: Partial<Parameters<typeof withProgress>[0]>): Promise<string> {
  let output = '';
  const writeRaw = (text: string): void => {
    output += text;
  };
  await withProgress({ environment: {}, isErrorInteractive: true, writeRaw, ...terminal }, async (onProgress) => {
    for (let done = 1; done <= 20; done += 1) {
      vi.advanceTimersByTime(100);
      onProgress?.(done, 20);
    }
  });
  return output;
}

describe('withProgress', () => {
  it('says now and then how far a run has come, and leaves nothing behind', async () => {
    const empty = '\r\u001b[2K';
    expect((await shown({})).split(empty)).toEqual([
      '',
      '5 of 20 mails',
      '10 of 20 mails',
      '15 of 20 mails',
      '20 of 20 mails',
      '',
    ]);
  });

  it.each<[string, Parameters<typeof shown>[0]]>([
    ['in a pipeline', { environment: { CI: 'true' } }],
    ['without a terminal', { isErrorInteractive: false }],
    ['at a terminal that knows no control characters', { environment: { TERM: 'dumb' } }],
  ])('says nothing %s', async (_where, terminal) => {
    expect(await shown(terminal)).toBe('');
  });

  it('tidies up after an error', async () => {
    let output = '';
    const writeRaw = (text: string): void => {
      output += text;
    };
    const run = withProgress({ environment: {}, isErrorInteractive: true, writeRaw }, async (onProgress) => {
      vi.advanceTimersByTime(1000);
      onProgress?.(1, 2);
      throw new Error('no');
    });
    await expect(run).rejects.toThrow('no');
    expect(output.endsWith('\r\u001b[2K')).toBe(true);
  });
});
