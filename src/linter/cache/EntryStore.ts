/** Keeps one entry for each name, with the key under which it can be used. */
export interface EntryStore {
  /** @returns what was kept last under this name, if that was done under this key. */
  recall(name: string, key: string): string | undefined;
  keep(name: string, key: string, entry: string): void;
  /** Lets go of what nobody has used for long. */
  prune(): void;
}
