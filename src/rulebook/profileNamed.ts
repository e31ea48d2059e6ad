import type { NoticeProfile, Rulebook } from './Rulebook.js';

/** An id that no notice profile has. */
export class UnknownProfileError extends Error {
  override readonly name = 'UnknownProfileError';
}

/**
 * The notice profile of an id; none for no id.
 *
 * @throws UnknownProfileError with the ids that there are.
 * @example profileNamed('de-telecom', rulebook)?.notice // { count: 1, unit: 'month' }
 */
export function profileNamed(id: string | undefined, { profiles }: Rulebook): NoticeProfile | undefined {
  if (id === undefined) return undefined;
  const profile = Object.hasOwn(profiles, id) ? profiles[id] : undefined;
  if (profile) return profile;
  const known = Object.keys(profiles).join(', ') || 'none';
  throw new UnknownProfileError(`There is no notice profile named “${id}”. Known profiles: ${known}.`);
}
