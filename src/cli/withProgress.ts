import type { RunOptions } from '../linter/lintMeans.js';
import type { Terminal } from './Terminal.js';

/** A run that is over sooner says nothing, and none says something more often. */
const interval = 500;
/** Back to the start of the line, which is emptied. */
const emptyLine = '\r\u001b[2K';

/**
 * Shows at a terminal how far a long run has come, on a line that is gone when it is over. Pipelines and files get nothing.
 *
 * @param run gets what to tell after every mail.
 */
export async function withProgress<Result>(
  { environment, isErrorInteractive, writeRaw }: Pick<Terminal, 'environment' | 'isErrorInteractive' | 'writeRaw'>,
  run: (onProgress: RunOptions['onProgress']) => Promise<Result>,
): Promise<Result> {
  const isInPipeline = environment.CI !== undefined && environment.CI !== '' && environment.CI !== 'false';
  if (isErrorInteractive !== true || isInPipeline || environment.TERM === 'dumb' || !writeRaw) return run(undefined);
  let last = performance.now();
  let isShown = false;
  try {
    return await run((done, mails) => {
      if (performance.now() - last < interval) return;
      last = performance.now();
      isShown = true;
      writeRaw(`${emptyLine}${done} of ${mails} mails`);
    });
  } finally {
    if (isShown) writeRaw(emptyLine);
  }
}
