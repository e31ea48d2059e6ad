import { availableParallelism } from 'node:os';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { EntryStore } from './cache/EntryStore.js';
import type { LintFilesOptions, LintMeans, MailCount } from './lintFiles.js';
import { lintingHere } from './lintTask.js';
import type { MailLinter } from './MailLinter.js';
import type { TaskLinter } from './TaskLinter.js';

/** How a run over many mails is to go about it; none of it changes what is found. */
export interface RunOptions {
  /** Whether to take what earlier runs have found out. */
  readonly cache?: boolean;
  /** The folder for that, relative to the working folder. */
  readonly cacheLocation?: string;
  /** What this process has found out before, instead of a folder. */
  readonly store?: EntryStore;
  /** How many threads lint; as many as are worth it unless given. */
  readonly concurrency?: number | 'auto';
  readonly onProgress?: (done: number, all: number) => void;
}

/** Every thread has the rules in memory once more. */
const mostThreads = 4;
/** In milliseconds: starting a thread and loading the rules into it takes a processor about 150, and it starts out slow. */
const leastWork = 1000;

/**
 * What `lintFiles` needs to lint as a command does. Threads and caches are loaded when they are used.
 *
 * @param rulebook the shipped one, which threads load by themselves.
 * @returns means whose `linterFor` throws a CacheError where there can be no cache.
 */
export function lintMeans(run: RunOptions, options: LintFilesOptions, rulebook: Rulebook): LintMeans {
  return {
    onlyShownSources: true,
    ...(run.onProgress && { onProgress: run.onProgress }),
    linterFor: async (mailLinter, mails) => {
      if (run.cache !== true && !run.store) return threadedLinter(lintingHere(mailLinter), run, options, mails);
      const { hashOfAnswer } = await import('./hashOfAnswer.js');
      const linter = await threadedLinter(lintingHere(mailLinter, hashOfAnswer), run, options, mails);
      return cachedLinter(linter, mailLinter, run, options, rulebook);
    },
  };
}

async function threadedLinter(
  here: TaskLinter,
  { concurrency = 'auto' }: RunOptions,
  { cwd, config, profile, footer, format }: LintFilesOptions,
  mails: MailCount,
): Promise<TaskLinter> {
  const wanted = concurrency === 'auto' ? Math.min(availableParallelism(), mostThreads) : concurrency;
  const threads = Math.min(wanted, mails.left());
  if (threads < 2) return here;
  const { ThreadedLinter } = await import('./threads/ThreadedLinter.js');
  const choice = {
    ...(config === undefined ? {} : { config }),
    ...(profile === undefined ? {} : { profile }),
    ...(footer === undefined ? {} : { footer }),
    ...(format === undefined ? {} : { format }),
  };
  // The build puts the module of the threads beside the bundle that this one ends up in.
  const code = new URL('./thread.js', import.meta.url);
  const whenWorthIt = concurrency === 'auto' ? { leastWork } : {};
  return new ThreadedLinter(here, code, { cwd, options: choice }, mails, { threads, ...whenWorthIt });
}

async function cachedLinter(
  linter: TaskLinter,
  includes: MailLinter,
  { cacheLocation, store }: RunOptions,
  { cwd }: LintFilesOptions,
  shipped: Rulebook,
): Promise<TaskLinter> {
  const { CachedLinter } = await import('./cache/CachedLinter.js');
  if (store) return new CachedLinter(linter, store, { shipped, fingerprint: '', includes });
  const [{ CacheFolder }, { loadFingerprint }] = await Promise.all([
    import('./cache/CacheFolder.js'),
    import('./cache/loadFingerprint.js'),
  ]);
  return new CachedLinter(linter, await CacheFolder.open(cwd, cacheLocation), {
    shipped,
    fingerprint: loadFingerprint(),
    includes,
  });
}
