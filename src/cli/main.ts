import { bundledServices } from './bundledServices.js';
import { processTerminal } from './processTerminal.js';
import { runCommandLine } from './runCommandLine.js';

void runCommandLine(process.argv.slice(2), processTerminal(), bundledServices).then((exitCode) => {
  process.exitCode = exitCode;
});
