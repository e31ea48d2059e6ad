import type { MarkupElement, MarkupNode } from '../markupTree.js';
import { type ComponentLayer, mjmlComponents } from './mjmlComponents.js';
import type { SiblingPlace, StyleNode } from './StyleNode.js';

/** Reads an attribute as a browser does. */
export type AttributeReader = (element: MarkupElement, name: string) => string | undefined;

const noClasses: readonly string[] = [];

/**
 * The elements of a mail as style sheets see them: those of HTML as they are, MJML's components as the elements that
 * MJML makes of them. Made where they are asked for.
 */
export class StyleTree {
  readonly #read: AttributeReader;
  readonly #places = new Map<StyleNode, SiblingPlace>();
  readonly #layers = new Map<MarkupElement, readonly StyleNode[]>();

  constructor(read: AttributeReader) {
    this.#read = read;
  }

  /** The elements that an element is to a style sheet, outermost first; none for what leaves no element behind. */
  layersOf(element: MarkupElement): readonly StyleNode[] {
    const before = this.#layers.get(element);
    if (before !== undefined) return before;
    const made = this.#makeLayers(element);
    this.#layers.set(element, made);
    return made;
  }

  #makeLayers(element: MarkupElement): readonly StyleNode[] {
    const parent = this.#parentOf(element);
    if (!element.name.startsWith('mj')) return [this.#htmlNode(element, parent)];
    const nodes: StyleNode[] = [];
    for (const layer of mjmlComponents.get(element.name)?.layers ?? []) {
      nodes.push(this.#componentNode(element, layer, nodes.at(-1) ?? parent));
    }
    return nodes;
  }

  #parentOf(element: MarkupElement): StyleNode | undefined {
    for (let above = element.parent; above !== undefined && above.name !== ''; above = above.parent) {
      const inner = this.layersOf(above).at(-1);
      if (inner !== undefined) return inner;
    }
    return undefined;
  }

  #htmlNode(element: MarkupElement, parent: StyleNode | undefined): StyleNode {
    const node: StyleNode = {
      name: element.name,
      parent,
      classes: classesOf(this.#read(element, 'class')),
      attribute: (name) => (element.attributes.length === 0 ? undefined : this.#read(element, name)),
      place: () => this.#placeOf(node, element),
    };
    return node;
  }

  #placeOf(node: StyleNode, element: MarkupElement): SiblingPlace {
    if (!this.#places.has(node)) this.#placeChildren(element.parent?.children ?? [element]);
    return this.#places.get(node) ?? alone(node);
  }

  #placeChildren(children: readonly MarkupNode[]): void {
    const siblings = children.flatMap((child) => (child.kind === 'element' ? this.layersOf(child).slice(0, 1) : []));
    const counts = new Map<string, number>();
    const indices = siblings.map(({ name }) => {
      const indexOfType = counts.get(name) ?? 0;
      counts.set(name, indexOfType + 1);
      return indexOfType;
    });
    for (const [index, node] of siblings.entries()) {
      const countOfType = counts.get(node.name) ?? 1;
      this.#places.set(node, { siblings, index, indexOfType: indices[index] ?? 0, countOfType });
    }
  }

  #componentNode(element: MarkupElement, layer: ComponentLayer, parent: StyleNode | undefined): StyleNode {
    const own = layer.hasCssClass === true ? classesOf(this.#read(element, 'css-class')) : noClasses;
    const node: StyleNode = {
      name: layer.name,
      parent,
      classes: [...(layer.classes ?? noClasses), ...own],
      attribute: (name) => {
        if (name === 'class') return node.classes.join(' ');
        return name === 'href' && layer.name === 'a' ? this.#read(element, 'href') : undefined;
      },
      // Components stand in rows of their own.
      place: () => alone(node),
    };
    return node;
  }
}

function alone(node: StyleNode): SiblingPlace {
  return { siblings: [node], index: 0, indexOfType: 0, countOfType: 1 };
}

function classesOf(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? noClasses : value.split(/\s+/);
}
