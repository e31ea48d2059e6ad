/**
 * Builds Tactful after `npm ci` in a checkout, and when npm installs it from Git. npm then prepares a clone that has
 * inherited the settings of the installation around it: with `--global`, as pre-commit asks for, the packages that the
 * build needs go elsewhere. They are installed here first where they are missing, with those settings taken out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inherited = [
  'npm_config_global',
  'npm_config_location',
  'npm_config_prefix',
  'npm_config_omit',
  'npm_config_only',
];

/** @param {readonly string[]} args */
function npm(args) {
  const program = process.env.npm_execpath ?? 'npm';
  const command = /\.[cm]?js$/u.test(program) ? [process.execPath, program, ...args] : [program, ...args];
  const [file = '', ...rest] = command;
  const kept = Object.entries(process.env).filter(([name]) => !inherited.includes(name.toLowerCase()));
  const { status } = spawnSync(file, rest, { cwd: root, env: Object.fromEntries(kept), stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(new URL('../node_modules/tsx', import.meta.url))) npm(['ci', '--ignore-scripts', '--include=dev']);
npm(['run', 'build']);
