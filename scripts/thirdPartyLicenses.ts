import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** The text of its licence file. */
  readonly text: string;
}

const separator = `\n\n${'-'.repeat(80)}\n\n`;

/**
 * The licences of the npm packages that a bundle was made from, sorted by name.
 *
 * @param inputs Paths of the bundled files, relative to `root`, with forward slashes.
 * @throws Error when a package has neither a licence file nor names its licence: it may not be passed on then.
 */
export async function thirdPartyLicenses(inputs: readonly string[], root: string): Promise<string> {
  const folders = [...new Set(inputs.flatMap(packageFolder))].sort();
  const packages = await Promise.all(folders.map((folder) => readPackage(join(root, folder))));
  const entries = packages.map(({ name, version, license, text }) =>
    `${name} ${version} (${license})\n\n${text}`.trimEnd(),
  );
  return `${['Tactful contains these packages.', ...entries].join(separator).trimEnd()}\n`;
}

/** `node_modules/@a/b/c.js` → `node_modules/@a/b`; the innermost package where they are nested. */
function packageFolder(input: string): readonly string[] {
  const folder = 'node_modules/';
  const start = input.lastIndexOf(folder);
  if (start < 0) return [];
  const segments = input.slice(start + folder.length).split('/');
  const name = segments.slice(0, segments[0]?.startsWith('@') ? 2 : 1).join('/');
  return [input.slice(0, start) + folder + name];
}

async function readPackage(folder: string): Promise<BundledPackage> {
  const data: { name?: unknown; version?: unknown; license?: unknown } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const files = (await readdir(folder)).filter((name) => /^(?:licen[cs]e|copying|notice)/iu.test(name)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  if (texts.length === 0 && typeof data.license !== 'string') throw new Error(`${folder} names no licence`);
  return {
    name: String(data.name),
    version: String(data.version),
    license: String(data.license ?? 'see below'),
    text: texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n'),
  };
}
