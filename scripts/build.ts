import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { readVocabularySource } from '../src/rulebook/compileLanguage.js';
import type { CompiledRulebook } from '../src/rulebook/loadRulebook.js';
import type { Rule } from '../src/rulebook/Rule.js';
import { readRulebook } from '../src/rulebook/readRulebook.js';
import { readVerbs } from './readVerbs.js';
import { settingsSchemaFile, settingsSchemaText } from './settingsSchemaText.js';
import { thirdPartyLicenses } from './thirdPartyLicenses.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const outFolder = join(root, 'dist');

/** Bundled CommonJS packages call `require` for what Node brings along; an ES module has none of its own. */
const requireForBundledPackages = [
  "import { createRequire as createRequireOfNode } from 'node:module';",
  'const require = createRequireOfNode(import.meta.url);',
].join('\n');

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  legalComments: 'none',
  // White space and syntax only: less to read at every start, and names stay readable in a stack trace.
  minifyWhitespace: true,
  minifySyntax: true,
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/** Bundles the library and what starts the command; what they import dynamically stays in files of its own. */
async function bundleModules(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: { cli: 'src/cli/start.ts', index: 'src/index.ts', server: 'src/server/startServer.ts' },
    outdir: outFolder,
    // Beside the entries, so that what is read relative to a module is found from every one of them.
    chunkNames: '[name]-[hash]',
    splitting: true,
    format: 'esm',
    banner: { js: requireForBundledPackages },
  });
  await chmod(join(outFolder, 'cli.js'), 0o755);
  return metafile;
}

/** Only editors need the language server, so it is no part of the command's one file. */
const serverBesideCommand: Plugin = {
  name: 'server-beside-command',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]server[\\/]startServer\.ts$/ }, () => ({
      contents:
        "export const startServer = async (...given) => (await importBeside('./server.js')).startServer(...given);",
    }));
  },
};

/** Bundles the command into one CommonJS file, since only of such Node keeps the compiled form. */
async function bundleCommand(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    outfile: join(outFolder, 'command.cjs'),
    format: 'cjs',
    plugins: [serverBesideCommand],
    banner: { js: "const commandUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { TACTFUL_VERSION: JSON.stringify(await packageVersion()), 'import.meta.url': 'commandUrl' },
  });
  return metafile;
}

function writeCodeCache(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/writeCodeCache.ts', outFolder, 'fixtures'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function packageVersion(): Promise<string> {
  const { version }: { version?: unknown } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  if (typeof version !== 'string') throw new TypeError('package.json has no version');
  return version;
}

async function writeLicenses(bundles: readonly Metafile[]): Promise<void> {
  const text = await thirdPartyLicenses(
    bundles.flatMap(({ inputs }) => Object.keys(inputs)),
    root,
  );
  await writeFile(join(outFolder, 'THIRD-PARTY-LICENSES.txt'), text);
}

async function writeRulebook(): Promise<void> {
  const rulebook = readRulebook(join(root, 'rules'), await readVerbs());
  await writeFile(join(root, settingsSchemaFile), settingsSchemaText(rulebook));
  const { languages, ...rest } = rulebook;
  await writePages(rest.rules);
  const core: CompiledRulebook = { ...rest, languages: Object.keys(languages) };
  await writeFile(join(outFolder, 'rulebook.json'), JSON.stringify(core));
  for (const [tag, language] of Object.entries(languages)) {
    await writeFile(join(outFolder, `rulebook.${tag}.json`), JSON.stringify(language));
    const words = readVocabularySource(join(root, 'rules/vocabulary', tag), `vocabulary/${tag}`);
    await writeFile(join(outFolder, `words.${tag}.json`), JSON.stringify(words));
  }
}

/** The pages of the rules as files, which editors open. */
async function writePages(rules: readonly Rule[]): Promise<void> {
  const folder = join(outFolder, 'pages');
  await mkdir(folder);
  for (const { id, page } of rules) {
    for (const [tag, text] of Object.entries(page)) await writeFile(join(folder, `${id}.${tag}.md`), text);
  }
}

await rm(outFolder, { recursive: true, force: true });
await mkdir(outFolder, { recursive: true });
await writeLicenses([await bundleModules(), await bundleCommand()]);
await writeRulebook();
writeCodeCache();
