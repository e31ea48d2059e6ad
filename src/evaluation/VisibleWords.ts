import type { MappedText } from '../mail/MappedText.js';

/**
 * Collects the words of a text with the way back to the source: letters and digits stay (without accents, full width
 * or ligatures), what a reader cannot see and the marks of Markdown vanish, and all else is one space between words.
 */
export class VisibleWords {
  readonly #characters: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #isGapPending = false;

  /** Adds one character as a reader sees it, which stands at `start` to `end` (exclusive) in the source. */
  add(character: string, start: number, end: number): void {
    if (/^[a-zA-Z0-9]$/.test(character)) {
      this.#push(character, start, end);
      return;
    }
    for (const part of character.normalize('NFKD')) {
      if (/[\p{L}\p{N}]/u.test(part)) this.#push(part, start, end);
      else if (!/[\p{M}\p{Cf}*_~`\\]/u.test(part)) this.#isGapPending = true;
    }
  }

  /** Ends the word. */
  addGap(): void {
    this.#isGapPending = true;
  }

  toText(): MappedText {
    return { value: this.#characters.join(''), starts: this.#starts, ends: this.#ends };
  }

  #push(part: string, start: number, end: number): void {
    if (this.#isGapPending && this.#characters.length > 0) this.#pushUnits(' ', this.#ends.at(-1) ?? start, start);
    this.#isGapPending = false;
    this.#pushUnits(part, start, end);
  }

  #pushUnits(text: string, start: number, end: number): void {
    for (let unit = 0; unit < text.length; unit += 1) {
      this.#characters.push(text.charAt(unit));
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }
}

/**
 * The words of a plain text, with single spaces between them.
 *
 * @example wordsOf('Don’t  *wait*!') // 'Don t wait'
 */
export function wordsOf(text: string): string {
  const words = new VisibleWords();
  let offset = 0;
  for (const character of text) {
    words.add(character, offset, offset + character.length);
    offset += character.length;
  }
  return words.toText().value;
}
