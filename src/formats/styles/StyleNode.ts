/** An element as a selector sees it. */
export interface StyleNode {
  /** In lower case. */
  readonly name: string;
  readonly parent: StyleNode | undefined;
  readonly classes: readonly string[];
  attribute(name: string): string | undefined;
  place(): SiblingPlace;
}

/** Where an element stands among those beside it, itself among them. */
export interface SiblingPlace {
  readonly siblings: readonly StyleNode[];
  readonly index: number;
  /** The same among the elements of its name. */
  readonly indexOfType: number;
  readonly countOfType: number;
}
