/**
 * What a slot offers and what a state can take, each in the bits of one number: a bit for each remainder that a key can
 * have, and some for the other ways on. Without a common bit there is no move; with one there may be.
 */
const keyBits = 29;

/** A state ends a pattern. No slot offers it. */
export const acceptBit = 1 << keyBits;

/** A signal begins here; a move on a signal. */
export const signalBit = 1 << (keyBits + 1);

/** Here is a word; a move on any word. */
export const wordBit = 1 << (keyBits + 2);

/** Here every state that has moves stays alive, since punctuation is passed over. */
export const everyMove = ~acceptBit;

export function bitOfKey(key: number): number {
  return 1 << (key % keyBits);
}
