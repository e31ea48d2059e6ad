import type { Session } from './createServer.js';

/** Answers what an editor asks about a place in a document: what to do, what is known, what may stand there. */
export function offerEditing(session: Session): void {
  void session;
}
