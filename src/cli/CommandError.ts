/** A mistake in what the user asked for; its message is all that the user gets to see. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
