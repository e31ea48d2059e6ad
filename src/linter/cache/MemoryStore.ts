import type { EntryStore } from './EntryStore.js';

/** Keeps entries as long as this process runs. */
export class MemoryStore implements EntryStore {
  readonly #entries = new Map<string, { readonly key: string; readonly entry: string }>();

  recall(name: string, key: string): string | undefined {
    const kept = this.#entries.get(name);
    return kept?.key === key ? kept.entry : undefined;
  }

  keep(name: string, key: string, entry: string): void {
    this.#entries.set(name, { key, entry });
  }

  prune(): void {
    // Nothing here outlives the run.
  }
}
