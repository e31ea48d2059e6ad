/** 32-bit FNV-1a; see http://www.isthe.com/chongo/tech/comp/fnv/ for the two numbers. */
const basis = 0x811c9dc5;
const prime = 0x01000193;

/**
 * The hash of a text, or of a part of it. Features are known by their hashes alone, so that a model holds no strings.
 *
 * @param seed keeps kinds of features with the same letters apart.
 * @returns an unsigned 32-bit number, the same on every machine.
 * @example hashText('agree', 1) !== hashText('agree', 2)
 */
export function hashText(text: string, seed: number, start = 0, end = text.length): number {
  let hash = Math.imul(basis ^ seed, prime);
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash >>> 0;
}

/** The hash of two hashes in this order. */
export function hashPair(first: number, second: number): number {
  let hash = first;
  for (let shift = 0; shift < 32; shift += 8) hash = Math.imul(hash ^ ((second >>> shift) & 0xff), prime);
  return hash >>> 0;
}
