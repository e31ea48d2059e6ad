import type { MailTypeGuess } from '../linter/LintReport.js';
import type { Block, Link, Mail } from '../mail/Mail.js';
import type { LinkRole } from '../rulebook/LinkRoleRules.js';
import type { Signal } from './Signal.js';
import type { TokenWeight } from './scorer/Scorer.js';
import type { ScoreThresholds } from './scorer/ScorerModel.js';
import type { Token } from './Token.js';

/** A mail as its recipient takes it in. */
export interface Reading {
  readonly mail: Mail;
  /** Tag of the language that most of the mail is in; undefined when the rulebook has no such language. */
  readonly language: string | undefined;
  /** In reading order. */
  readonly sentences: readonly Sentence[];
  /** The sentences as the scorers take them, a few at a time. */
  readonly passages: readonly ScoredPassage[];
  readonly links: readonly ReadLink[];
  /** The most likely first. */
  readonly types: readonly MailTypeGuess[];
  /** Whether the types were declared and not inferred. */
  readonly typesAreDeclared: boolean;
}

export interface Sentence {
  readonly block: Block;
  /** Offsets into the block's text. */
  readonly start: number;
  readonly end: number;
  readonly language: string;
  readonly part: MailPart;
  readonly tokens: readonly Token[];
  /** The tokens in which the mail repeats somebody else's words. */
  readonly quoted: ReadonlySet<Token>;
  /** None of them stands in a quotation alone. */
  readonly signals: readonly Signal[];
}

/** One or two sentences of a block and what a trained model says of them. */
export interface ScoredPassage {
  readonly sentences: readonly Sentence[];
  /** By the name of the output: a rule, or `says:` and what is conveyed. */
  readonly scores: ReadonlyMap<string, Score>;
  /** The tokens that speak for an output, the strongest first. */
  explain(output: string): readonly TokenWeight[];
}

export interface Score {
  readonly value: number;
  readonly thresholds: ScoreThresholds;
}

/** Where in a mail something stands. */
export type MailPart = 'subject' | 'preheader' | 'heading' | 'opening' | 'body' | 'postscript' | 'footer' | 'hidden';

/** A link, or a template tag that a sending service turns into one. */
export interface ReadLink {
  readonly block: Block;
  readonly link: Link;
  /** What the target or tag is for, whatever the wording says. */
  readonly roles: readonly LinkRole[];
  /** Whether it leads nowhere: `#`, nothing, `javascript:`. */
  readonly isDead: boolean;
}
