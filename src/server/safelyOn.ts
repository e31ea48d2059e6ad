import type { Connection } from 'vscode-languageserver/node';

/**
 * Makes a handler that never fails: what it throws is logged, and the answer is the one given for that case.
 *
 * @param what it does, for the log.
 */
export type Safely = <Arguments extends readonly unknown[], Answer>(
  what: string,
  handler: (...given: Arguments) => Answer | Promise<Answer>,
  otherwise: Answer,
) => (...given: Arguments) => Promise<Answer>;

/** @param connection that takes the log. */
export function safelyOn(connection: Pick<Connection, 'console'>): Safely {
  return (what, handler, otherwise) =>
    async (...given) => {
      try {
        return await handler(...given);
      } catch (error) {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
        connection.console.error(`Something unexpected went wrong while ${what}: ${reason}`);
        return otherwise;
      }
    };
}
