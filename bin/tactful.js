#!/usr/bin/env node
// CommonJS, since the loader of ES modules is one more thing that Node would have to set up at every start.
// The command is there before the first build, so that `npx tactful` in a fresh checkout says what is missing.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const command = join(__dirname, '../dist/cli.cjs');

if (existsSync(command)) {
  require(command);
} else {
  process.stderr.write('tactful: Nothing is built yet. Run "npm ci" or "npm run build" in this folder first.\n');
  process.exitCode = 2;
}
