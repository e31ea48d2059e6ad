import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import type { CompiledRulebook } from '../src/rulebook/loadRulebook.js';
import { readRulebook } from '../src/rulebook/readRulebook.js';
import { readVerbs } from './readVerbs.js';
import { thirdPartyLicenses } from './thirdPartyLicenses.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const outFolder = join(root, 'dist');

/** Bundled CommonJS packages call `require` for what Node brings along; an ES module has none of its own. */
const requireForBundledPackages = [
  "import { createRequire as createRequireOfNode } from 'node:module';",
  'const require = createRequireOfNode(import.meta.url);',
].join('\n');

/** Bundles the command and the library; what they import dynamically stays in files of its own. */
async function bundle(): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entryPoints(),
    outdir: outFolder,
    // Beside the entries, so that what is read relative to a module is found from every one of them.
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: { js: requireForBundledPackages },
    define: { TACTFUL_VERSION: JSON.stringify(await packageVersion()) },
    legalComments: 'none',
    // White space and syntax only: less to compile at every start, and names stay readable in a stack trace.
    minifyWhitespace: true,
    minifySyntax: true,
    metafile: true,
    logLevel: 'warning',
  });
  await chmod(join(outFolder, 'cli.js'), 0o755);
  return metafile;
}

function entryPoints(): Record<string, string> {
  const library = 'src/index.ts';
  return { cli: 'src/cli/main.ts', ...(existsSync(join(root, library)) ? { index: library } : {}) };
}

async function packageVersion(): Promise<string> {
  const { version }: { version?: unknown } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  if (typeof version !== 'string') throw new TypeError('package.json has no version');
  return version;
}

async function writeLicenses(metafile: Metafile): Promise<void> {
  const text = await thirdPartyLicenses(Object.keys(metafile.inputs), root);
  await writeFile(join(outFolder, 'THIRD-PARTY-LICENSES.txt'), text);
}

async function writeRulebook(): Promise<void> {
  const { languages, ...rest } = readRulebook(join(root, 'rules'), await readVerbs());
  const core: CompiledRulebook = { ...rest, languages: Object.keys(languages) };
  await writeFile(join(outFolder, 'rulebook.json'), JSON.stringify(core));
  for (const [tag, language] of Object.entries(languages)) {
    await writeFile(join(outFolder, `rulebook.${tag}.json`), JSON.stringify(language));
  }
}

await rm(outFolder, { recursive: true, force: true });
await mkdir(outFolder, { recursive: true });
await writeLicenses(await bundle());
await writeRulebook();
