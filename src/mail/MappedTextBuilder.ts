import type { MappedText } from './MappedText.js';

/** Builds a `MappedText` from left to right. */
export class MappedTextBuilder {
  #value = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  get length(): number {
    return this.#starts.length;
  }

  /**
   * Appends text that was made from the source range `start` to `end` (exclusive): every code unit of it maps to the
   * whole range.
   *
   * @example builder.append('ü', 10, 16) // from `&uuml;`
   */
  append(text: string, start: number, end: number): void {
    this.#value += text;
    for (let index = 0; index < text.length; index++) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /**
   * Appends text that stands in the source as it is, from `start` on: every code unit maps to itself.
   *
   * @example builder.appendVerbatim('Hello', 10)
   */
  appendVerbatim(text: string, start: number): void {
    this.#value += text;
    for (let index = 0; index < text.length; index++) {
      this.#starts.push(start + index);
      this.#ends.push(start + index + 1);
    }
  }

  build(): MappedText {
    return { value: this.#value, starts: this.#starts, ends: this.#ends };
  }
}
