/**
 * Remembers what was worked out from texts, those asked for last. It holds two generations: what has not been asked for
 * while one of them filled up is forgotten, so that it never holds more than twice what it may, whatever is asked.
 */
export class RecentMemory<Value> {
  readonly #most: number;
  #recent = new Map<string, Value>();
  #older: ReadonlyMap<string, Value> = new Map();
  #length = 0;

  /** @param most characters of text in a generation, at least. */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * What was worked out from a text, now or before.
   *
   * @param make must say the same of the same text whenever it is asked.
   * @example memory.recall('Dear reader', () => countWords('Dear reader')) // 2
   */
  recall(text: string, make: () => Value): Value {
    const known = this.#recent.get(text);
    if (known !== undefined) return known;
    const value = this.#older.get(text) ?? make();
    if (this.#length > this.#most) this.#age();
    this.#recent.set(text, value);
    this.#length += text.length;
    return value;
  }

  #age(): void {
    this.#older = this.#recent;
    this.#recent = new Map();
    this.#length = 0;
  }
}
