import type { MjmlDefaults } from '../MjmlDefaults.js';
import { rootElements } from '../markupElements.js';
import type { MarkupElement } from '../markupTree.js';
import type { TemplateSource } from '../TemplateSource.js';
import { browserStyles, quirkyStyles } from './browserStyles.js';
import { type ComputedStyle, initialStyle, type Winners } from './ComputedStyle.js';
import { parseLegacyColor } from './CssColor.js';
import { type Declaration, isImage, placeholderMark, readDeclarations, type StyleProperty } from './declarations.js';
import { legacyStyles } from './legacyStyles.js';
import { markAttribute, markStyleSheet } from './markTags.js';
import { mediaApplies } from './mediaApplies.js';
import { type ComponentLayer, type MjmlComponent, mjmlComponents } from './mjmlComponents.js';
import { withoutComments } from './parseStyleSheet.js';
import { StyleMemory } from './StyleMemory.js';
import { StyleRules, type StyleSheet } from './StyleRules.js';
import { type AttributeReader, StyleTree } from './StyleTree.js';

const noDeclarations: readonly Declaration[] = [];
const noWinners: Winners = new Map();

/** A doctype stands within as many characters, behind comments and metadata. */
const longestPrologue = 3_000;

/** Style of text that stands in a file which is put into others: nobody knows what these say. */
const unknownStyle: ComputedStyle = {
  ...initialStyle,
  fontSize: 'other-file',
  color: 'other-file',
  background: 'other-file',
  backdrop: 'other-file',
};

const tooComplexStyle: ComputedStyle = {
  ...initialStyle,
  fontSize: 'too-complex',
  fontWeight: 'too-complex',
  color: 'too-complex',
  background: 'too-complex',
  backdrop: 'too-complex',
};

/** Works out what elements of MJML and HTML look like in the end, as a browser with a wide window would. */
export class Cascade {
  /** The style of what is in no element. */
  readonly outermost: ComputedStyle;
  readonly #source: TemplateSource;
  readonly #read: AttributeReader;
  readonly #tree: StyleTree;
  readonly #rules: StyleRules;
  readonly #browserStyles: (name: string) => readonly Declaration[];
  readonly #isQuirky: boolean;
  /** Whether parts of the MJML that say what components look like stand in other files. */
  readonly #isIncomplete: boolean;
  readonly #blocks = new Map<string, readonly Declaration[]>();
  readonly #winners = new Map<MarkupElement, Winners>();
  readonly #memory = new StyleMemory();

  constructor(source: TemplateSource, root: MarkupElement, defaults: MjmlDefaults) {
    this.#source = source;
    this.#read = (element, name) => {
      const range = defaults.attribute(element, name);
      return range === undefined ? undefined : markAttribute(source, range);
    };
    this.#tree = new StyleTree(this.#read);
    const { isMjml, isPartial, hasIncludes, sheets } = survey(root);
    const prologue = source.text.slice(0, root.start + longestPrologue);
    this.#isQuirky = !isMjml && !/<!doctype/i.test(prologue);
    this.#isIncomplete = isMjml && (isPartial || hasIncludes);
    this.#browserStyles = this.#isQuirky ? quirkyStyles : browserStyles;
    this.#rules = new StyleRules(
      sheets.flatMap((element) => this.#sheetOf(element)),
      this.#isQuirky,
    );
    this.outermost = this.#isIncomplete ? unknownStyle : initialStyle;
  }

  /** The style of an element's text, in an element of a style. */
  style(element: MarkupElement, inherited: ComputedStyle): ComputedStyle {
    if (element.name.startsWith('mj')) return this.#componentStyle(element, inherited);
    const style = this.#memory.compute(inherited, this.#winnersOf(element, inherited));
    const linked = element.name === 'body' ? this.#withLinkColor(element, style) : style;
    return this.#settled(linked);
  }

  /** Whether an element has a background of its own. */
  isPainted(element: MarkupElement): boolean {
    const winners = this.#winnersOf(element, initialStyle);
    const color = winners.get('background-color');
    return isImage(winners.get('background-image') ?? '') || (color !== undefined && !unpainted.has(color));
  }

  #winnersOf(element: MarkupElement, { linkColor }: ComputedStyle): Winners {
    const before = this.#winners.get(element);
    if (before !== undefined) return before;
    const node = this.#rules.isEmpty ? undefined : this.#tree.layersOf(element)[0];
    const own = element.attributes.length === 0 ? undefined : this.#read(element, 'style');
    const winners = settle([
      this.#browserStyles(element.name),
      legacyStyles(element, this.#read, linkColor),
      node === undefined ? noDeclarations : this.#rules.declarationsFor(node),
      own === undefined ? noDeclarations : this.#declarations(own),
    ]);
    this.#winners.set(element, winners);
    return winners;
  }

  #componentStyle(element: MarkupElement, inherited: ComputedStyle): ComputedStyle {
    const component = mjmlComponents.get(element.name);
    if (component === undefined) return inherited;
    const nodes = this.#rules.isEmpty ? [] : this.#tree.layersOf(element);
    let style = inherited;
    for (const [index, layer] of component.layers.entries()) {
      const node = nodes[index];
      const winners = settle([
        node === undefined ? noDeclarations : this.#rules.declarationsFor(node),
        this.#declarations(this.#componentBlock(element, component, layer)),
      ]);
      style = this.#memory.compute(style, winners);
    }
    return this.#settled(style);
  }

  /** What MJML writes into the style attribute of an element that it makes. */
  #componentBlock(element: MarkupElement, component: MjmlComponent, { attributes = {} }: ComponentLayer): string {
    return Object.entries(attributes)
      .map(([attribute, property]) => {
        const value = this.#componentValue(element, component, attribute);
        if (value === undefined || value === '') return '';
        return property === 'background-image' ? 'background-image:url(x)' : `${property}:${value}`;
      })
      .join(';');
  }

  #componentValue(element: MarkupElement, component: MjmlComponent, attribute: string): string | undefined {
    const isOwn = element.attributes.some(({ name }) => name === attribute);
    if (!isOwn && this.#read(element, 'mj-class')?.includes(placeholderMark) === true) return '?template-tag';
    const stated = this.#read(element, attribute);
    if (stated !== undefined) return stated;
    const around = component.takesOverFrom === undefined ? undefined : enclosing(element, component.takesOverFrom);
    const outer = around === undefined ? undefined : mjmlComponents.get(around.name);
    if (around !== undefined && outer !== undefined) {
      const taken = this.#componentValue(around, outer, attribute);
      if (taken !== undefined) return taken;
    }
    const value = component.defaults?.[attribute];
    return value !== undefined && this.#isIncomplete ? '?other-file' : value;
  }

  /** What is not known any more once there is too much to do. */
  #settled(style: ComputedStyle): ComputedStyle {
    if (!this.#rules.isTooComplex) return style;
    return { ...tooComplexStyle, hiddenBy: style.hiddenBy, isInvisible: style.isInvisible };
  }

  #withLinkColor(body: MarkupElement, style: ComputedStyle): ComputedStyle {
    const color = parseLegacyColor(this.#read(body, 'link') ?? '');
    return color === undefined ? style : { ...style, linkColor: color };
  }

  #declarations(block: string): readonly Declaration[] {
    const before = this.#blocks.get(block);
    if (before !== undefined) return before;
    const declarations = readDeclarations(block.includes('/*') ? withoutComments(block) : block, this.#isQuirky);
    this.#blocks.set(block, declarations);
    return declarations;
  }

  #sheetOf(element: MarkupElement): readonly StyleSheet[] {
    const media = this.#read(element, 'media');
    if (media !== undefined && media.trim() !== '' && !mediaApplies(media)) return [];
    return element.children.flatMap((child) =>
      child.kind === 'text'
        ? [{ css: markStyleSheet(this.#source, child), isInlined: this.#read(element, 'inline') === 'inline' }]
        : [],
    );
  }
}

const unpainted: ReadonlySet<string> = new Set(['transparent', 'inherit', 'initial', 'unset', 'revert']);

/** The values that count: what comes later wins, and what is marked as important wins over all that is not. */
function settle(groups: readonly (readonly Declaration[])[]): Winners {
  let winners: Map<StyleProperty, string> | undefined;
  let hasImportant = false;
  for (const group of groups) {
    for (const { property, value, isImportant } of group) {
      if (isImportant) hasImportant = true;
      else {
        winners ??= new Map();
        winners.set(property, value);
      }
    }
  }
  if (!hasImportant) return winners ?? noWinners;
  winners ??= new Map();
  for (const group of groups) {
    for (const { property, value, isImportant } of group) if (isImportant) winners.set(property, value);
  }
  return winners;
}

function enclosing(element: MarkupElement, name: string): MarkupElement | undefined {
  for (let above = element.parent; above !== undefined; above = above.parent) if (above.name === name) return above;
  return undefined;
}

interface Survey {
  readonly isMjml: boolean;
  readonly isPartial: boolean;
  readonly hasIncludes: boolean;
  readonly sheets: readonly MarkupElement[];
}

/** What has to be known about a whole file before its first element can be given a style. */
function survey(root: MarkupElement): Survey {
  const sheets: MarkupElement[] = [];
  let isMjml = false;
  let isPartial = true;
  let hasIncludes = false;
  const pending = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    const { name, children } = element;
    if (name.startsWith('mj')) {
      isMjml = true;
      if (name === 'mj-include') hasIncludes = true;
    }
    if (rootElements.has(name)) isPartial = false;
    if (name === 'style' || name === 'mj-style') sheets.push(element);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child?.kind === 'element') pending.push(child);
    }
  }
  return { isMjml, isPartial, hasIncludes, sheets };
}
