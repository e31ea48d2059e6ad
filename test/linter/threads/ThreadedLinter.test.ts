import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noSettings } from '../../../src/config/Settings.js';
import type { TaskLinter } from '../../../src/linter/TaskLinter.js';
import { ThreadedLinter, type ThreadedOptions } from '../../../src/linter/threads/ThreadedLinter.js';
import { frameRulebook } from '../frameRulebook.js';
import { temporaryFolder } from '../temporaryFolder.js';

/** A thread that answers with the text it gets, and breaks down in the ways that the text asks for. */
const code = `
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ text, options }) => {
  if (text === 'throw') throw new Error('out of luck');
  if (text === 'exit') process.exit(1);
  parentPort.postMessage({ problems: [{ path: options.path, message: text }] });
});`;

const here: TaskLinter = {
  lint: async () => ({ problems: [{ message: 'linted here' }] }),
  atOnce: 1,
  close: async () => undefined,
};

function threaded(options: Partial<ThreadedOptions> = {}, left = () => 100, module = code): ThreadedLinter {
  const cwd = temporaryFolder({ 'thread.mjs': module });
  const url = pathToFileURL(join(cwd, 'thread.mjs'));
  const linter = new ThreadedLinter(here, url, { cwd, options: {} }, { left }, { threads: 2, ...options });
  onTestFinished(() => linter.close());
  return linter;
}

async function messagesOf(linter: ThreadedLinter, texts: readonly string[]): Promise<readonly (string | undefined)[]> {
  const task = { options: { path: 'a.md' }, settings: noSettings, rulebook: frameRulebook };
  const linted = await Promise.all(texts.map((text) => linter.lint({ ...task, text })));
  return linted.map(({ problems }) => problems[0]?.message);
}

describe('ThreadedLinter', () => {
  it('gives each mail its own answer', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `mail ${index}`);
    expect(await messagesOf(threaded(), texts)).toEqual(texts);
  });

  it.each([
    ['throws', 'throw', 'out of luck'],
    ['ends', 'exit', 'its thread ended'],
  ])('loses one mail over which a thread %s, and no other', async (_what, text, message) => {
    const answers = await messagesOf(threaded(), ['a', text, 'b', 'c', text, 'd', 'e']);
    expect(answers).toEqual([
      'a',
      expect.stringContaining(message),
      'b',
      'c',
      expect.stringContaining(message),
      'd',
      'e',
    ]);
  });

  it('ends where threads cannot be started at all', async () => {
    const answers = await messagesOf(threaded({}, undefined, 'throw new Error("no module")'), ['a', 'b', 'c']);
    expect(answers).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('no module')));
  });

  it('starts no threads before it is worth it', async () => {
    const texts = Array.from({ length: 30 }, () => 'a');
    const answers = await messagesOf(
      threaded({ leastWork: 1 }, () => Number.POSITIVE_INFINITY),
      texts,
    );
    expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'linted here'));
    expect(answers.at(-1)).toBe('a');
    expect(
      await messagesOf(
        threaded({ leastWork: 1 }, () => 0),
        texts,
      ),
    ).toEqual(texts.map(() => 'linted here'));
  });
});
