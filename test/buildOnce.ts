import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['src', 'rules', 'scripts', 'package.json'];

/** Builds what the end-to-end tests run, unless it is there and newer than all that it is made from. */
export function setup(): void {
  const built = timeOf(join(root, 'dist', 'cli.cjs'));
  if (sources.every((source) => newestIn(join(root, source)) < built)) return;
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root, stdio: 'inherit' });
}

function newestIn(path: string): number {
  if (!statSync(path).isDirectory()) return timeOf(path);
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(...[path, ...entries.map((entry) => join(path, entry))].map(timeOf));
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
