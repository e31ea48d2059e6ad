import type { Node, Parent } from 'unist';
import type { Composition } from './Composition.js';
import type { IgnoreNote } from './IgnoreNote.js';
import type { MappedText } from './MappedText.js';
import type { SourceRange } from './SourceRange.js';

export type MailFormat = 'mjml' | 'markdown' | 'html' | 'text' | 'eml';

export const mailTypes = ['marketing', 'consent', 'terms-update', 'transactional', 'service'] as const;
/** What a mail is for; see the labelling guide. */
export type MailType = (typeof mailTypes)[number];

/** One mail, whatever format it was written in: a unist tree whose children are blocks in reading order. */
export interface Mail extends Parent {
  readonly type: 'mail';
  readonly format: MailFormat;
  /** Whether the file is a part of a mail (no `<mjml>`, `<html>` or `<body>` of its own), or includes other parts. */
  readonly isPartial: boolean;
  readonly metadata: Metadata;
  /** Subject and preheader come first, then the body from top to bottom. */
  children: Block[];
  /** Every conditional of the template, in source order; `Branch.group` is an index into this list. */
  readonly branchGroups: readonly BranchGroup[];
  /** What could not be read (front matter that is no YAML, an unknown mail type), each with its place. */
  readonly problems: readonly FormatProblem[];
  /** What the mail asks to be let pass, where it asks for anything. */
  readonly ignoreNotes?: readonly IgnoreNote[];
  /** Where the mail was put together from several files: what offsets in this tree mean. */
  readonly composition?: Composition;
}

/** What a mail says about itself. A missing field was not declared. */
export interface Metadata {
  readonly subject?: MetadataValue;
  readonly preheader?: MetadataValue;
  readonly from?: MetadataValue;
  /** Where answers go, if not to the sender. */
  readonly replyTo?: MetadataValue;
  readonly language?: MetadataValue;
  /** ISO date, `2026-11-24`. */
  readonly sendDate?: MetadataValue;
  readonly types?: readonly MailType[];
  /** Whether its headers say that it answers a mail (`In-Reply-To`, `References`). */
  readonly isReply?: true;
  /** The header by which mail programs unsubscribe; readers don't see it in the mail. */
  readonly listUnsubscribe?: ListUnsubscribe;
}

export interface ListUnsubscribe extends MetadataValue {
  /** Whether one click is enough (RFC 8058). */
  readonly isOneClick: boolean;
}

export interface MetadataValue {
  readonly value: string;
  /** Where it stands; absent when it comes from another file or from the caller. */
  readonly range?: SourceRange;
}

export interface FormatProblem {
  /** Plain words: what is wrong, what was expected, what to do. */
  readonly message: string;
  readonly range: SourceRange;
}

export type BlockRole =
  | 'subject'
  | 'title'
  | 'preheader'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'button'
  | 'image-text'
  | 'table-cell'
  | 'hidden';

/** A stretch of text that a reader meets as one piece. */
export interface Block extends Node {
  readonly type: 'block';
  readonly role: BlockRole;
  /** 1 to 6 for headings. */
  readonly depth?: number;
  /** The part that the block stands in, where a mail holds its text twice; a reader sees one of the two. */
  readonly part?: 'text' | 'html';
  readonly text: MappedText;
  readonly links: readonly Link[];
  readonly placeholders: readonly Placeholder[];
  /** Names of the enclosing elements, outermost first (`mj-section`, `footer`, `blockquote`, …). */
  readonly nesting: readonly string[];
  /** Language tag declared on the block or an ancestor, in lower case (`de-at`). */
  readonly language?: string;
  /** The arms of the template's conditionals that the whole block stands in, outermost first; empty outside of any. */
  readonly branches: readonly Branch[];
  /** Arms that only a part of the text stands in. */
  readonly branchSpans: readonly BranchSpan[];
  /** How most of the text looks. */
  readonly style: TextStyle;
  /** Where the element stands that gives most of the text its size and colours; absent where none does. */
  readonly styleOrigin?: SourceRange;
  /** How each stretch of the text looks, in order; absent where all of it looks alike. */
  readonly styleRuns?: readonly StyleRun[];
}

/** How text looks in the end, as far as the file alone shows it. A missing field is unknown; `gaps` say why. */
export interface TextStyle {
  /** In CSS pixels. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  /** As it is drawn on its background: `#rrggbb`. */
  readonly color?: string;
  /** What lies behind the text: `#rrggbb`. */
  readonly backgroundColor?: string;
  /** Of the two colours, by WCAG 2: from 1 to 21. */
  readonly contrast?: number;
  readonly align?: TextAlign;
  /** What keeps readers from seeing the text; absent for text that is to be seen. */
  readonly hiddenBy?: HidingWay;
  readonly gaps?: readonly StyleGap[];
}

export type TextAlign = 'left' | 'center' | 'right' | 'justify';

export type HidingWay = 'not-displayed' | 'transparent' | 'no-size' | 'off-screen' | 'same-colour';

export const gapKinds = ['template-tag', 'background-image', 'other-file', 'computed', 'too-complex'] as const;
/**
 * Why a look is unknown: a template tag decides, a picture lies behind the text, what decides stands in another file,
 * it has to be computed (`calc()`, `vw`), or the style sheets are too large.
 */
export type StyleGap = (typeof gapKinds)[number];

/** A stretch of a block's text that looks alike; offsets into the text. */
export interface StyleRun {
  readonly start: number;
  readonly end: number;
  readonly style: TextStyle;
  /** Where the element stands that gives it its size and colours; absent where none does. */
  readonly origin?: SourceRange;
}

/** A link in a block. `start` and `end` are offsets into the block's text; equal for a linked image without text. */
export interface Link {
  readonly start: number;
  readonly end: number;
  /** The target with entities decoded and template tags as they stand in the source. */
  readonly href: string;
  /** Where the target stands; the element's start tag where there is none to point at. */
  readonly hrefRange: SourceRange;
  /** The source range of the whole link. */
  readonly range: SourceRange;
  readonly branches: readonly Branch[];
}

/** A template tag in a block's text that stands for something the sender fills in. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
  /** The tag's inner text without delimiters, trimmed: `deadline` of `{{ deadline }}`. */
  readonly name: string;
}

export interface BranchSpan {
  readonly start: number;
  readonly end: number;
  readonly branches: readonly Branch[];
}

/** One arm of one conditional. */
export interface Branch {
  readonly group: number;
  /** 0 for the first arm (`if`), 1 for the next (`elsif` or `else`), and so on. */
  readonly arm: number;
}

/** One conditional of the template with all its arms. */
export interface BranchGroup {
  /** Each arm's condition as it stands in the tag: `user.premium`; empty for `else`. */
  readonly conditions: readonly string[];
  /** Whether one arm is always taken, because there is an `else`. */
  readonly isExhaustive: boolean;
  /** The source range of the opening tag. */
  readonly range: SourceRange;
}
