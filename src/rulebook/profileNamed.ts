import type { Profile } from './Profile.js';
import type { Rulebook } from './Rulebook.js';

/** An id that no profile has. */
export class UnknownProfileError extends Error {
  override readonly name = 'UnknownProfileError';
}

/**
 * The profile of an id.
 *
 * @throws UnknownProfileError with the ids that there are.
 * @example profileNamed('de-telecom', rulebook).notice?.time // { count: 1, unit: 'month' }
 */
export function profileNamed(id: string, { profiles }: Rulebook): Profile {
  const profile = Object.hasOwn(profiles, id) ? profiles[id] : undefined;
  if (profile) return profile;
  const known = Object.keys(profiles).join(', ') || 'none';
  throw new UnknownProfileError(`There is no profile named “${id}”. Known profiles: ${known}.`);
}
