import type { LintReport } from '../linter/LintReport.js';
import type { Terminal } from './Terminal.js';

export interface WatchedRun {
  /** Lints everything; what has not changed since the last time costs little. */
  lint(): Promise<LintReport>;
  write(report: LintReport): Promise<void>;
  /** Calls back after every change. */
  watch(onChange: () => void): Promise<void>;
}

/**
 * Lints at once and after every change, until the process is ended. A change during a run is followed by another run; two
 * never overlap.
 *
 * @returns never, unless the first run fails.
 */
export async function watch(run: WatchedRun, terminal: Pick<Terminal, 'writeError'>): Promise<never> {
  let wake: () => void = () => undefined;
  let isChanged = false;
  await run.watch(() => {
    isChanged = true;
    wake();
  });
  for (;;) {
    isChanged = false;
    await run.write(await run.lint());
    terminal.writeError('tactful: Waiting for changes. End with Ctrl+C.\n');
    while (!isChanged) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isChanged) resolve();
      });
    }
  }
}
