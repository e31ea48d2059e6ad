import { ParseMemory } from '../formats/ParseMemory.js';
import { ReadingMemory } from '../reading/ReadingMemory.js';

/**
 * What linting mails has found out about pieces of them. It makes no difference to what is found, only to the time that
 * it takes: of a mail that was linted before, what has changed since is worked out anew.
 */
export class MailMemory {
  readonly parsing = new ParseMemory();
  readonly reading = new ReadingMemory();
}
