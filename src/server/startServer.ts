import type { Readable, Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadRulebook } from '../rulebook/loadRulebook.js';
import { createServer } from './createServer.js';

/** V8's own, which the command has changed for short runs (`compiledCommand`). */
const usualOptimization = '--interrupt-budget=135168';

/**
 * Speaks the Language Server Protocol until the client says goodbye or its end of the input closes; the process ends
 * then.
 *
 * @param version of this program, for the client's log.
 */
export function startServer(input: Readable, output: Writable, version: string): Promise<never> {
  setFlagsFromString(usualOptimization);
  // Only the protocol may stand on standard output, whatever a package means to say.
  globalThis.console = new console.Console(process.stderr, process.stderr);
  createServer(createConnection(ProposedFeatures.all, input, output), loadRulebook(), version);
  return new Promise(() => undefined);
}
