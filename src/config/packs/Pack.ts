import type { LinkRoleRules } from '../../rulebook/LinkRoleRules.js';
import type { Rule } from '../../rulebook/Rule.js';
import type { Reference } from '../../rulebook/Rulebook.js';
import type { SignalDefinition } from '../../rulebook/SignalDefinition.js';

/** A folder of rules and words that settings add to ours. */
export interface Pack {
  /** New rules, and changed ones under their old ids. */
  readonly rules: readonly Rule[];
  /** By the tag of the language. */
  readonly words: ReadonlyMap<string, readonly SignalDefinition[]>;
  readonly linkRoles: LinkRoleRules;
  readonly references: Readonly<Record<string, Reference>>;
}
