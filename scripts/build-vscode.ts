/**
 * Builds the VS Code extension with the linter in it: `npm run build && npm run build:vscode`. Writes
 * `editors/vscode/tactful-vscode-VERSION.vsix`.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const extension = join(root, 'editors', 'vscode');
const server = join(extension, 'server');

/** What the command has for other uses: the compiled form belongs to one version of Node, which editors don't have. */
const leftOut = /[\\/](?:command\.cache|types)$/u;

await rm(server, { recursive: true, force: true });
await mkdir(server, { recursive: true });
for (const folder of ['bin', 'dist', 'schemas']) {
  await cp(join(root, folder), join(server, folder), { recursive: true, filter: (path) => !leftOut.test(path) });
}
await writeFile(join(server, 'package.json'), JSON.stringify({ name: 'tactful', type: 'module', private: true }));
await build({
  absWorkingDir: extension,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.cjs',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
  external: ['vscode'],
  logLevel: 'warning',
});
await createVSIX({ cwd: extension, dependencies: false, allowMissingRepository: true });
