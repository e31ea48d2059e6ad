import { Parser, type ParserOptions } from 'htmlparser2';
import type { SourceRange } from '../mail/SourceRange.js';

export type MarkupNode = MarkupElement | MarkupText | MarkupComment;

export interface MarkupElement extends SourceRange {
  readonly kind: 'element';
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly MarkupAttribute[];
  readonly parent: MarkupElement | undefined;
  readonly children: MarkupNode[];
  /** Where the start tag ends. */
  readonly contentStart: number;
  /** Where the element ends; set when its end is found. */
  end: number;
}

export interface MarkupAttribute {
  /** In lower case. */
  readonly name: string;
  /** Where its value stands, without quotes; empty and behind the name where it has none. */
  readonly value: SourceRange;
}

export interface MarkupText extends SourceRange {
  readonly kind: 'text';
}

/** A comment; the range is that of what it holds. */
export interface MarkupComment extends SourceRange {
  readonly kind: 'comment';
}

/** Elements deeper than this are kept, but flat: no mail is like that, and the parser is quadratic in its depth. */
const maxDepth = 512;

const options: ParserOptions = {
  recognizeSelfClosing: true,
  recognizeCDATA: true,
  // Off, because only undecoded text has lengths from which its place can be computed.
  decodeEntities: false,
  lowerCaseAttributeNames: false,
};

/**
 * Parses MJML or HTML, masked with `maskMarkup`, into a tree with the exact place of everything.
 *
 * @param base offset of `masked` in the source file, added to all places.
 * @returns the root, an element without a name around all that the source holds.
 */
export function parseMarkup(masked: string, base = 0): MarkupElement {
  return new TreeBuilder(masked, base).build();
}

class TreeBuilder {
  readonly #masked: string;
  readonly #base: number;
  readonly #root: MarkupElement;
  readonly #parser: DepthLimitedParser;
  #current: MarkupElement;
  #attributes: MarkupAttribute[] = [];
  #isCharacterData = false;

  constructor(masked: string, base: number) {
    this.#masked = masked;
    this.#base = base;
    this.#root = {
      kind: 'element',
      name: '',
      attributes: [],
      parent: undefined,
      children: [],
      start: base,
      contentStart: base,
      end: base + masked.length,
    };
    this.#current = this.#root;
    this.#parser = new DepthLimitedParser(masked, {
      // A start tag that the parser drops (a form in a form) leaves its attributes behind.
      onopentagname: () => {
        this.#attributes = [];
      },
      onattribute: (name, value, quote) => this.#attribute(name, value, quote),
      onopentag: (name) => this.#open(name),
      onclosetag: (_name, isImplied) => this.#close(isImplied),
      ontext: (text) => this.#text(text),
      oncdatastart: () => {
        this.#isCharacterData = true;
      },
      oncdataend: () => {
        this.#isCharacterData = false;
      },
      oncomment: (text) => this.#comment(text),
    });
  }

  build(): MarkupElement {
    this.#parser.end(this.#masked);
    return this.#root;
  }

  #attribute(name: string, value: string, quote: string | null | undefined): void {
    const end = this.#base + this.#parser.endIndex - (quote === '"' || quote === "'" ? 1 : 0);
    this.#attributes.push({ name: name.toLowerCase(), value: { start: end - value.length, end } });
  }

  #open(name: string): void {
    const element: MarkupElement = {
      kind: 'element',
      name: name.toLowerCase(),
      attributes: this.#attributes,
      parent: this.#current,
      children: [],
      // The parser's own start can lie in the end tag before (`</p\n>`).
      start: this.#base + Math.max(this.#parser.startIndex, this.#masked.indexOf('<', this.#parser.startIndex)),
      contentStart: this.#base + this.#parser.endIndex + 1,
      end: this.#base + this.#parser.endIndex + 1,
    };
    this.#attributes = [];
    this.#current.children.push(element);
    this.#current = element;
  }

  #close(isImplied: boolean): void {
    const { endIndex, startIndex } = this.#parser;
    // Behind a comment that never ends, the parser's own place lies behind the text.
    const end = Math.min(isImplied ? startIndex : endIndex + 1, this.#masked.length);
    this.#current.end = Math.max(this.#current.end, this.#base + end);
    this.#current = this.#current.parent ?? this.#root;
  }

  #text(text: string): void {
    // The parser's own start is wrong after an end tag with white space in it (`</p\n>`).
    const after = this.#parser.endIndex + 1;
    const isClosed = this.#isCharacterData && this.#masked.startsWith(']]>', after - 3);
    const end = this.#base + after - (isClosed ? ']]>'.length : 0);
    this.#current.children.push({ kind: 'text', start: end - text.length, end });
  }

  #comment(text: string): void {
    const start = this.#masked.indexOf(text, this.#parser.startIndex) + this.#base;
    this.#current.children.push({ kind: 'comment', start, end: start + text.length });
  }
}

type Handler = NonNullable<ConstructorParameters<typeof Parser>[0]>;

/**
 * A parser whose stack stays small. Elements beyond the limit are treated as empty ones, and their end tags skipped,
 * so that those of the elements around them still fit.
 */
class DepthLimitedParser extends Parser {
  readonly #input: string;
  readonly #flattened = new Map<string, number>();
  #depth = 0;
  #isClosing = false;
  /** Whether the start tag that is being read is too deep. */
  #isFlattening = false;

  constructor(input: string, handler: Handler) {
    super(
      {
        ...handler,
        onopentag: (name, attributes, isImplied) => {
          this.#depth++;
          handler.onopentag?.(name, attributes, isImplied);
        },
        onclosetag: (name, isImplied) => {
          this.#depth--;
          handler.onclosetag?.(name, isImplied);
        },
      },
      options,
    );
    this.#input = input;
  }

  override onclosetag(start: number, endIndex: number): void {
    const name = this.#input.slice(start, endIndex).toLowerCase();
    const flattened = this.#flattened.get(name) ?? 0;
    if (flattened > 0) {
      this.#flattened.set(name, flattened - 1);
      this.endIndex = endIndex;
      this.startIndex = endIndex + 1;
      return;
    }
    this.#isClosing = true;
    super.onclosetag(start, endIndex);
    this.#isClosing = false;
  }

  override onopentagname(start: number, endIndex: number): void {
    this.#isFlattening = this.#depth >= maxDepth;
    if (this.#isFlattening) {
      const name = this.#input.slice(start, endIndex).toLowerCase();
      if (!super.isVoidElement(name)) this.#flattened.set(name, (this.#flattened.get(name) ?? 0) + 1);
    }
    super.onopentagname(start, endIndex);
  }

  protected override isVoidElement(name: string): boolean {
    return super.isVoidElement(name) || (this.#isFlattening && !this.#isClosing);
  }
}
