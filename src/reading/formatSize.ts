/**
 * A size in px without digits that nobody needs.
 *
 * @example formatSize(12.333) // '12.3'
 */
export function formatSize(size: number): string {
  return String(Math.round(size * 10) / 10);
}
