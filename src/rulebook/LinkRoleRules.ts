export const linkRoles = ['unsubscribe', 'preferences', 'web-view', 'imprint', 'privacy', 'terms'] as const;
/** What a link is for, as far as a reader's choices go. */
export type LinkRole = (typeof linkRoles)[number];

/** How links show what they are for, besides their wording. */
export interface LinkRoleRules {
  /** Template tags of sending services that become a link or text of a role. */
  readonly tags: readonly ProviderTag[];
  /** Parts of a target or tag that show its role; the first that is found decides. */
  readonly parts: readonly LinkRolePart[];
}

export interface ProviderTag {
  readonly provider: string;
  readonly role: LinkRole | 'address';
  /** As `normalizeTag` writes it. */
  readonly tag: string;
}

export interface LinkRolePart {
  /** Letters and digits only, lower case. */
  readonly part: string;
  readonly role: LinkRole;
  /** Whether it counts only between separators: `terms` of `/terms/`, not of `/midterms`. */
  readonly isWhole: boolean;
}
