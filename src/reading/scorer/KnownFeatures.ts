import type { Token } from '../Token.js';

/**
 * Features that a model knows, each once, in the order in which a text shows them. They stand in lists side by side, for a
 * mail has tens of thousands, and one object for each would be most of what it takes to score it.
 */
export class KnownFeatures {
  readonly rows: number[] = [];
  /** Indexes of their groups. */
  readonly groups: number[] = [];
  /** The tokens that show them; undefined for what no single token shows. */
  readonly tokens: (Token | undefined)[] = [];

  add(row: number, group: number, token: Token | undefined): void {
    this.rows.push(row);
    this.groups.push(group);
    this.tokens.push(token);
  }
}
