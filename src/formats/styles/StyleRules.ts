import { type Declaration, readDeclarations } from './declarations.js';
import { parseStyleSheet } from './parseStyleSheet.js';
import { parseSelectors, type Selector } from './Selector.js';
import type { StyleNode } from './StyleNode.js';
import { WorkBudget } from './WorkBudget.js';

/** A style sheet of a mail. */
export interface StyleSheet {
  readonly css: string;
  /** Whether its rules become style attributes before the mail is sent, and so win over other sheets. */
  readonly isInlined: boolean;
}

interface StyleRule {
  readonly selector: Selector;
  readonly rank: number;
  /** How many came before; of two that weigh the same the later one counts. */
  readonly order: number;
  readonly declarations: readonly Declaration[];
}

/** Mail programs read no more than some 16 KB; what is far longer is not worth anybody's time. */
const longestSheets = 500_000;
const mostRules = 20_000;
/** Enough for every element of a large mail, and a fraction of a second. */
const mostSteps = 2_000_000;
const inlinedWeight = 1e12;

/** The rules of a mail's style sheets, found by what their rightmost element is. */
export class StyleRules {
  readonly #byKey = new Map<string, StyleRule[]>();
  readonly #budget = new WorkBudget(mostSteps);
  #isTooLarge = false;
  #count = 0;

  /** @param isQuirky whether the document has no doctype. */
  constructor(sheets: readonly StyleSheet[], isQuirky: boolean) {
    if (sheets.reduce((length, { css }) => length + css.length, 0) > longestSheets) this.#isTooLarge = true;
    else for (const sheet of sheets) this.#add(sheet, isQuirky);
  }

  get isEmpty(): boolean {
    return this.#byKey.size === 0;
  }

  /** Whether there is more to do than can be done, so that what the rules say is unknown. */
  get isTooComplex(): boolean {
    return this.#isTooLarge || this.#budget.isSpent;
  }

  /** The declarations that the rules have for an element, the weightiest last. */
  declarationsFor(node: StyleNode): readonly Declaration[] {
    if (this.isTooComplex) return [];
    const id = node.attribute('id');
    const keys = ['*', node.name, ...node.classes.map((name) => `.${name}`), ...(id === undefined ? [] : [`#${id}`])];
    const found = keys.flatMap((key) =>
      (this.#byKey.get(key) ?? []).filter(({ selector }) => selector.matches(node, this.#budget)),
    );
    return found.sort((a, b) => a.rank - b.rank || a.order - b.order).flatMap(({ declarations }) => declarations);
  }

  #add({ css, isInlined }: StyleSheet, isQuirky: boolean): void {
    const rules = parseStyleSheet(css);
    if (rules.length > mostRules) this.#isTooLarge = true;
    for (const { selectors, declarations: block } of this.#isTooLarge ? [] : rules) {
      const declarations = readDeclarations(block, isQuirky);
      if (declarations.length === 0) continue;
      for (const selector of parseSelectors(selectors)) {
        const rank = selector.specificity + (isInlined ? inlinedWeight : 0);
        const rule = { selector, rank, order: this.#count++, declarations };
        const alike = this.#byKey.get(selector.key);
        if (alike) alike.push(rule);
        else this.#byKey.set(selector.key, [rule]);
      }
    }
  }
}
