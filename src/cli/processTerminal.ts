import { buffer } from 'node:stream/consumers';
import type { Terminal } from './Terminal.js';

/** The terminal of this process. A reader that goes away early (`tactful … | head`) is no error. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  return {
    cwd: process.cwd(),
    environment: process.env,
    isOutputInteractive: process.stdout.isTTY === true,
    isErrorInteractive: process.stderr.isTTY === true,
    readInput: () => buffer(process.stdin),
    write: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    writeRaw: (text) => void process.stderr.write(text),
  };
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
