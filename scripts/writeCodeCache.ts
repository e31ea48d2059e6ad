/**
 * Runs the command that was built on the fixtures and writes the compiled form of all functions that it used beside it,
 * so that the command starts faster. It runs in a process of its own, since the build's has other code in it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledCommand } from '../src/cli/compiledCommand.js';

const [, , outFolder = 'dist', ...mails] = process.argv;
const cache = join(outFolder, 'command.cache');
const command = compiledCommand(join(outFolder, 'command.cjs'), cache);

process.argv = [process.execPath, 'tactful', ...mails, '--fail-on', 'never'];
process.on('exit', () => writeFileSync(cache, command.codeCache()));
command.run();
