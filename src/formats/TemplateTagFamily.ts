/** What may stand between the delimiters of a tag; see `rules/template-tags.yml`. */
export type TagContent = 'any' | 'line' | 'identifier' | 'default' | 'known' | 'directive' | 'call' | 'path';

/** What a tag is to a reader: text that the sender fills in, nothing at all, or text that is hidden. */
export type TagRole = 'placeholder' | 'control' | 'comment';

export interface TagBlock {
  /** Keyword of the opening tag; the empty string fits every tag. */
  readonly open: string;
  /** What the opening tag must end in. */
  readonly openEnd?: string;
  readonly kind: 'condition' | 'loop' | 'switch' | 'comment' | 'section';
  /** Keyword of the closing tag. */
  readonly end: string;
}

/** How a template language puts mails together from several files; see `rules/template-tags.yml`. */
export interface TagParts {
  readonly includes: readonly {
    /** What the tag begins with. */
    readonly open: string;
    readonly kind: 'include' | 'extends';
    /** Which names stand without quotes; none where it is missing. */
    readonly bare?: 'any' | 'file';
  }[];
  readonly block?: string;
  readonly endBlock?: string;
  readonly parent?: readonly string[];
}

/** One way of writing template tags, an entry of `rules/template-tags.yml`. */
export interface TemplateTagFamily {
  readonly name: string;
  readonly open: string;
  /** Empty where the content says itself where it ends. */
  readonly close: string;
  readonly content: TagContent;
  readonly maxLength: number;
  readonly role: TagRole;
  readonly dialect?: string;
  readonly prefix?: string;
  readonly ignoreCase?: boolean;
  readonly needsBlock?: boolean;
  readonly notHexadecimal?: boolean;
  readonly notBefore?: string;
  readonly plainNames?: TagRole;
  readonly words?: readonly string[];
  readonly controls?: readonly string[];
  readonly placeholders?: readonly string[];
  readonly blocks?: readonly TagBlock[];
  readonly elseIf?: readonly string[];
  readonly else?: readonly string[];
  readonly parts?: TagParts;
}
