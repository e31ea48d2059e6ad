/**
 * The name of a template tag or the bare letters of a target, so that all spellings of one are the same:
 * letters and digits only, lower case, what an `=` of a default brings left out.
 *
 * @example normalizeTag('*|UPDATE_PROFILE|*') // 'updateprofile'
 */
export function normalizeTag(tag: string): string {
  return tag.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
