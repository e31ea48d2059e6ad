import { type LinkRole, linkRoles } from '../rulebook/LinkRoleRules.js';
import type { Signal } from './Signal.js';

/** What a link is for that says these words; none where they say nothing of it. */
export function roleOfSignal({ name, polarity }: Signal): readonly LinkRole[] {
  return name === 'link-role' ? linkRoles.filter((role) => role === polarity) : [];
}
