import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

/** Bundles the library and the language server; what they import dynamically stays in files of its own. */
async function bundleModules(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: {
      index: 'src/index.ts',
      server: 'src/server/startServer.ts',
      thread: 'src/linter/threads/thread.ts',
    },
    outdir: outFolder,
    // Beside the entries, so that what is read relative to a module is found from every one of them.
    chunkNames: '[name]-[hash]',
    splitting: true,
    format: 'esm',
    banner: { js: requireForBundledPackages },
  });
  return metafile;
}

/** CommonJS files know their place by a name of their own. */
const placeOfCommonJs = {
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'moduleUrl' },
} satisfies BuildOptions;

/** Bundles what starts the command: CommonJS, since Node sets up more for ES modules before it runs the first. */
async function bundleStart(): Promise<Metafile> {
  const outfile = join(outFolder, 'cli.cjs');
  const { metafile } = await build({
    ...shared,
    ...placeOfCommonJs,
    entryPoints: ['src/cli/start.ts'],
    outfile,
    format: 'cjs',
  });
  await chmod(outfile, 0o755);
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

/**
 * Commander loads what starts other programs, which takes as long as a tenth of an empty Node. No command of ours is a
 * program of its own, so it is loaded when it is asked for.
 */
const programsWhenAsked: Plugin = {
  name: 'programs-when-asked',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'when-asked' } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'when-asked' }, ({ path }) => ({
      contents: `exports.spawn = (...given) => require('${path}').spawn(...given);`,
    }));
  },
};

/** Bundles the command into one CommonJS file, since only of such Node keeps the compiled form. */
async function bundleCommand(): Promise<Metafile> {
  const outfile = join(outFolder, 'command.cjs');
  const { metafile } = await build({
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    outfile,
    format: 'cjs',
    plugins: [serverBesideCommand, programsWhenAsked],
    banner: placeOfCommonJs.banner,
    define: { ...placeOfCommonJs.define, TACTFUL_VERSION: JSON.stringify(await packageVersion()) },
  });
  await writeFile(outfile, inAscii(await readFile(outfile, 'utf8')));
  return metafile;
}

/**
 * JSON or code with all other characters escaped, for a single one makes Node decode the whole text and keep it in two
 * bytes a character. In code, esbuild leaves them in regular expressions only.
 */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
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
  await writeFile(join(outFolder, 'rulebook.json'), inAscii(JSON.stringify(core)));
  for (const [tag, language] of Object.entries(languages)) {
    await writeFile(join(outFolder, `rulebook.${tag}.json`), inAscii(JSON.stringify(language)));
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

/** A hash of all that a report hangs on, so that caches know what another build has written. */
async function writeFingerprint(): Promise<void> {
  const hash = createHash('sha256');
  for (const name of (await readdir(outFolder)).sort()) {
    if (/\.(?:js|cjs|json)$/u.test(name)) hash.update(`${name}\n`).update(await readFile(join(outFolder, name)));
  }
  await writeFile(join(outFolder, 'fingerprint.txt'), hash.digest('hex'));
}

await rm(outFolder, { recursive: true, force: true });
await mkdir(outFolder, { recursive: true });
await writeLicenses([await bundleModules(), await bundleStart(), await bundleCommand()]);
await writeRulebook();
await writeFingerprint();
writeCodeCache();
