/** A folder that cannot hold a cache; the message says why, and what to do. */
export class CacheError extends Error {
  override readonly name = 'CacheError';
}
