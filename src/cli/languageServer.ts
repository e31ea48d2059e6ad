import { type ExitCode, exitCodes } from './ExitCode.js';
import type { Services } from './Services.js';

/** `tactful lsp`: speaks the Language Server Protocol over standard input and output until the client goes away. */
export async function languageServer(services: Services): Promise<ExitCode> {
  await services.serve();
  return exitCodes.clean;
}
