import { createHash } from 'node:crypto';
import type { IncludeResolver } from '../../formats/includes/IncludeResolver.js';
import type { Rulebook } from '../../rulebook/Rulebook.js';
import type { RunProblem } from '../LintReport.js';
import type { MailTask } from '../MailTask.js';
import type { TaskLinter, TaskResult } from '../TaskLinter.js';
import { readEntry, writeEntry } from './cacheEntry.js';
import type { EntryStore } from './EntryStore.js';
import { rulebookHash } from './rulebookHash.js';

/** What the cache has to know besides the mails. */
export interface CacheGround {
  /** The rulebook that settings chose from. */
  readonly shipped: Rulebook;
  /** Changes whenever Tactful or the rules that come with it do. */
  readonly fingerprint: string;
  /** Where included files come from. */
  readonly includes: {
    readonly resolveInclude: IncludeResolver;
    takeIncludeProblems(): readonly RunProblem[];
  };
}

/**
 * Takes what an earlier run has found out, where nothing has changed that it hangs on: the text of the mail, its path,
 * what campaign and settings say, the rules and words, Tactful itself, and the files that it includes or looked for in vain.
 * Everything else is linted, and kept.
 */
export class CachedLinter implements TaskLinter {
  readonly #linter: TaskLinter;
  readonly #store: EntryStore;
  readonly #ground: CacheGround;
  readonly #hashes = new WeakMap<Rulebook, string>();

  /** @param linter for mails that are not in the cache. */
  constructor(linter: TaskLinter, store: EntryStore, ground: CacheGround) {
    this.#linter = linter;
    this.#store = store;
    this.#ground = ground;
  }

  get atOnce(): number {
    return this.#linter.atOnce;
  }

  async lint(task: MailTask): Promise<TaskResult> {
    const { path } = task.options;
    const { includes } = this.#ground;
    const key = this.#keyOf(task);
    const kept = this.#store.recall(path, key);
    const known = kept === undefined ? undefined : readEntry(kept, task, includes.resolveInclude);
    const problems = includes.takeIncludeProblems();
    if (known) return { outcome: known, problems };
    const result = await this.#linter.lint(task);
    if (result.outcome) this.#store.keep(path, key, writeEntry(result.outcome));
    return { ...result, problems: [...problems, ...result.problems] };
  }

  async close(): Promise<void> {
    await this.#linter.close();
    this.#store.prune();
  }

  #keyOf({ text, options, rulebook }: MailTask): string {
    const rules = this.#hashes.get(rulebook) ?? rulebookHash(rulebook, this.#ground.shipped);
    this.#hashes.set(rulebook, rules);
    // Each on a line of its own, and the text last, so that none can run over into the next.
    const parts = [this.#ground.fingerprint, process.version, rules, JSON.stringify(options), text];
    return createHash('sha256').update(parts.join('\n')).digest('hex');
  }
}
