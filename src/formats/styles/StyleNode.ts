/** An element as a selector sees it. */
export interface StyleNode {
  /** In lower case. */
  readonly name: string;
  readonly parent: StyleNode | undefined;
  readonly classes: readonly string[];
  attribute(name: string): string | undefined;
  /** The elements beside it, itself among them. */
  siblings(): readonly StyleNode[];
}
