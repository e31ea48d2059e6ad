export const linkRoles = [
  'unsubscribe',
  'preferences',
  'web-view',
  'imprint',
  'contact',
  'address',
  'privacy',
  'terms',
] as const;
/** What a link is for, as far as a reader's choices go; `address` is a tag that becomes the sender's postal address. */
export type LinkRole = (typeof linkRoles)[number];

/** How links show what they are for, besides their wording. */
export interface LinkRoleRules {
  /** The sending service that the settings name: then all tags are its own. */
  readonly service?: string;
  /** Template tags of sending services that become a link or text of a role. */
  readonly tags: readonly ProviderTag[];
  /** Parts of a target or tag that show its role; the first that is found decides. */
  readonly parts: readonly LinkRolePart[];
  /** Parts of a mailbox's name that say that nobody reads what comes in; letters only, lower case. */
  readonly unreadMailboxes: readonly string[];
}

export interface ProviderTag {
  readonly provider: string;
  readonly role: LinkRole;
  /** As `normalizeTag` writes it. */
  readonly tag: string;
  /** As it stands in a template. */
  readonly written: string;
  /** Whether it is the address alone, so that it can stand as a link's target. */
  readonly isTarget?: true;
}

export interface LinkRolePart {
  /** Letters and digits only, lower case. */
  readonly part: string;
  readonly role: LinkRole;
  /** Whether it counts only between separators: `terms` of `/terms/`, not of `/midterms`. */
  readonly isWhole: boolean;
}
