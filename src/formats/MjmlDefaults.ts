import type { SourceRange } from '../mail/SourceRange.js';
import type { MarkupElement } from './markupTree.js';

type Values = ReadonlyMap<string, SourceRange>;

/** The attributes that a file's `<mj-attributes>` gives to all its components, to those of a name or of a class. */
export class MjmlDefaults {
  readonly #byTag = new Map<string, Values>();
  readonly #byClass = new Map<string, Values>();
  readonly #text: string;

  constructor(root: MarkupElement, text: string) {
    this.#text = text;
    for (const declaration of declarations(root)) {
      const values = new Map(declaration.attributes.map((attribute) => [attribute.name, attribute.value]));
      const name = values.get('name');
      if (declaration.name !== 'mj-class') this.#byTag.set(declaration.name, values);
      else if (name !== undefined) this.#byClass.set(text.slice(name.start, name.end), values);
    }
  }

  /** Where the value of an attribute stands that counts for an element: its own, else that of the nearest default. */
  attribute(element: MarkupElement, name: string): SourceRange | undefined {
    const own = element.attributes.find((attribute) => attribute.name === name)?.value;
    if (own !== undefined || !element.name.startsWith('mj-')) return own;
    return (
      this.#ofClass(element, name) ?? this.#byTag.get(element.name)?.get(name) ?? this.#byTag.get('mj-all')?.get(name)
    );
  }

  #ofClass(element: MarkupElement, name: string): SourceRange | undefined {
    if (this.#byClass.size === 0) return undefined;
    const classes = element.attributes.find((attribute) => attribute.name === 'mj-class')?.value;
    if (classes === undefined) return undefined;
    const names = this.#text.slice(classes.start, classes.end).split(/\s+/).reverse();
    return names.map((className) => this.#byClass.get(className)?.get(name)).find((value) => value !== undefined);
  }
}

/** The children of every `<mj-attributes>`. */
function declarations(root: MarkupElement): readonly MarkupElement[] {
  const found: MarkupElement[] = [];
  const pending = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      if (element.name === 'mj-attributes') found.push(child);
      else pending.push(child);
    }
  }
  return found;
}
