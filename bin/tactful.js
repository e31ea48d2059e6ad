#!/usr/bin/env node
// The command is there before the first build, so that `npx tactful` in a fresh checkout says what is missing.
import { existsSync } from 'node:fs';

const command = new URL('../dist/cli.js', import.meta.url);

if (existsSync(command)) {
  await import(command.href);
} else {
  process.stderr.write('tactful: Nothing is built yet. Run "npm ci" or "npm run build" in this folder first.\n');
  process.exitCode = 2;
}
