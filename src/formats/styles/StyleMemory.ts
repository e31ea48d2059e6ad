import { type ComputedStyle, computeStyle, type Winners } from './ComputedStyle.js';

/** Computes each style once: the rows of a mail are much alike, and what is alike is then the same object. */
export class StyleMemory {
  readonly #byParent = new WeakMap<ComputedStyle, Map<string, ComputedStyle>>();

  /** The style of an element for which these values count, in an element of a style. */
  compute(parent: ComputedStyle, winners: Winners): ComputedStyle {
    if (winners.size === 0) return parent;
    let known = this.#byParent.get(parent);
    if (known === undefined) {
      known = new Map();
      this.#byParent.set(parent, known);
    }
    const key = keyOf(winners);
    const before = known.get(key);
    if (before !== undefined) return before;
    const style = computeStyle(parent, winners);
    known.set(key, style);
    return style;
  }
}

function keyOf(winners: Winners): string {
  let key = '';
  for (const [property, value] of winners) key += `${property}:${value};`;
  return key;
}
