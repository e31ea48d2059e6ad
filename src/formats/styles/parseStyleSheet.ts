import { mediaApplies } from './mediaApplies.js';

/** One rule of a style sheet, as it stands there, without comments. */
export interface SheetRule {
  readonly selectors: string;
  readonly declarations: string;
}

/** At-rules whose rules count wherever they stand. */
const transparentAtRules: ReadonlySet<string> = new Set(['@layer', '@scope']);

/**
 * The rules of a style sheet that a wide window in daylight takes, in order. Media queries that ask for anything but
 * width are left out, and so is what follows from other files. Takes time linear in the sheet.
 *
 * @example parseStyleSheet('p { color: red }') // [{ selectors: 'p ', declarations: ' color: red ' }]
 */
export function parseStyleSheet(css: string): readonly SheetRule[] {
  return new SheetReader(withoutComments(css)).read();
}

/** Comments become a space; `<!--` and `-->` around a sheet are for browsers that don't exist any more. */
export function withoutComments(css: string): string {
  const parts: string[] = [];
  let offset = 0;
  for (let start = css.indexOf('/*'); start >= 0; start = css.indexOf('/*', offset)) {
    parts.push(css.slice(offset, start), ' ');
    const end = css.indexOf('*/', start + 2);
    offset = end < 0 ? css.length : end + 2;
  }
  parts.push(css.slice(offset));
  return parts.join('').replaceAll('<!--', ' ').replaceAll('-->', ' ');
}

class SheetReader {
  readonly #css: string;
  readonly #rules: SheetRule[] = [];
  /** Whether the rules in each of the open at-rules count, which they don't in one that stands in one that doesn't. */
  readonly #open: boolean[] = [];
  #offset = 0;

  constructor(css: string) {
    this.#css = css;
  }

  read(): readonly SheetRule[] {
    while (this.#offset < this.#css.length) {
      const start = this.#offset;
      const end = this.#find('{};');
      const unit = this.#css.charAt(end);
      this.#offset = end + 1;
      if (unit === '}') this.#open.pop();
      else if (unit === '{') this.#enter(this.#css.slice(start, end).trim());
    }
    return this.#rules;
  }

  #enter(prelude: string): void {
    const counts = this.#open.at(-1) ?? true;
    if (!prelude.startsWith('@')) {
      const declarations = this.#block();
      if (counts) this.#rules.push({ selectors: prelude, declarations });
      return;
    }
    const name = /^@[a-z-]{1,40}/i.exec(prelude)?.[0].toLowerCase() ?? '';
    if (name === '@media') this.#open.push(counts && mediaApplies(prelude.slice(name.length)));
    else if (transparentAtRules.has(name)) this.#open.push(counts);
    else this.#block();
  }

  /** What stands until the brace that closes the block; rules nested in it are left out. */
  #block(): string {
    const parts: string[] = [];
    let depth = 1;
    let start = this.#offset;
    while (depth > 0 && this.#offset < this.#css.length) {
      const end = this.#find('{}');
      if (this.#css.charAt(end) === '{') {
        if (depth === 1) parts.push(this.#css.slice(start, end));
        depth++;
      } else {
        depth--;
        if (depth === 0) parts.push(this.#css.slice(start, end));
      }
      this.#offset = end + 1;
      if (depth <= 1) start = this.#offset;
    }
    return parts.join(';');
  }

  /** The first of some characters from here on, outside of quotes and parentheses; the end where there is none. */
  #find(wanted: string): number {
    let quote: string | undefined;
    for (let offset = this.#offset; offset < this.#css.length; offset++) {
      const unit = this.#css.charAt(offset);
      if (unit === '\\') offset++;
      else if (quote !== undefined) quote = unit === quote || unit === '\n' ? undefined : quote;
      else if (unit === '"' || unit === "'") quote = unit;
      else if (wanted.includes(unit)) return offset;
    }
    return this.#css.length;
  }
}
