import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findServer } from '../../editors/vscode/src/findServer.js';
import { settingsSchemaFile } from '../../scripts/settingsSchemaText.js';
import { footerSettings } from '../../src/checks/CheckContext.js';
import { settingsFileNames } from '../../src/config/settingsFileNames.js';
import { readClientSettings } from '../../src/server/ClientSettings.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';

const extensionPath = fileURLToPath(new URL('../../editors/vscode', import.meta.url));

const manifest = z
  .object({
    main: z.string(),
    activationEvents: z.array(z.string()),
    contributes: z.object({
      jsonValidation: z.array(z.object({ fileMatch: z.string(), url: z.string() })),
      yamlValidation: z.array(z.object({ fileMatch: z.string(), url: z.string() })),
      commands: z.array(z.object({ command: z.string() })),
      configuration: z.object({
        properties: z.record(z.string(), z.object({ default: z.unknown(), enum: z.array(z.string()).optional() })),
      }),
    }),
  })
  .parse(JSON.parse(readFileSync(`${extensionPath}/package.json`, 'utf8')));

const { commands, configuration } = manifest.contributes;

/** The extension as the editor loads it, with stubs for what the editor gives it. */
async function loadExtension(
  stubs: Readonly<Record<string, unknown>>,
): Promise<Record<string, (given: unknown) => Promise<void>>> {
  const { outputFiles } = await build({
    entryPoints: [`${extensionPath}/src/extension.ts`],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    external: Object.keys(stubs),
  });
  const module: { exports: Record<string, (given: unknown) => Promise<void>> } = { exports: {} };
  const nodeRequire = createRequire(import.meta.url);
  const load = (name: string): unknown => stubs[name] ?? nodeRequire(name);
  new Function('require', 'module', 'exports', outputFiles[0]?.text ?? '')(load, module, module.exports);
  return module.exports;
}

describe('the extension for VS Code', () => {
  const registered: string[] = [];
  const clients: { started: boolean; stopped: boolean; given: readonly unknown[] }[] = [];

  beforeAll(async () => {
    class LanguageClient {
      readonly #client;
      constructor(...given: readonly unknown[]) {
        this.#client = { started: false, stopped: false, given };
        clients.push(this.#client);
      }
      async start() {
        this.#client.started = true;
      }
      async stop() {
        this.#client.stopped = true;
      }
    }
    const { activate, deactivate } = await loadExtension({
      vscode: {
        window: {
          createOutputChannel: () => ({ info: () => undefined, show: () => undefined, dispose: () => undefined }),
        },
        commands: {
          registerCommand: (name: string) => {
            registered.push(name);
            return { dispose: () => undefined };
          },
        },
        workspace: {
          isTrusted: true,
          workspaceFolders: [],
          onDidGrantWorkspaceTrust: () => ({ dispose: () => undefined }),
          getConfiguration: (section: string) => ({
            get: (name: string) => configuration.properties[`${section}.${name}`]?.default,
          }),
        },
      },
      'vscode-languageclient/node': { LanguageClient, TransportKind: { stdio: 0 } },
    });
    await activate?.({ extensionPath, subscriptions: [] });
    await deactivate?.(undefined);
  });

  it('starts the server with what it has for it, and stops it', () => {
    expect(clients).toHaveLength(1);
    expect(clients[0]).toMatchObject({ started: true, stopped: true });
    expect(clients[0]?.given).toEqual([
      'tactful',
      'Tactful',
      expect.objectContaining({ module: expect.stringMatching(/tactful\.js$/u), args: ['lsp'], transport: 0 }),
      expect.objectContaining({ initializationOptions: expect.objectContaining({ workspaceDiagnostics: false }) }),
    ]);
  });

  it('registers the commands that its manifest names', () => {
    expect(registered.sort()).toEqual(commands.map(({ command }) => command).sort());
  });

  it('has settings that the server reads, which by default say nothing', () => {
    const names = Object.keys(configuration.properties).map((name) => name.replace('tactful.', ''));
    const defaults = Object.values(configuration.properties).map((property) => property.default);
    expect(readClientSettings(Object.fromEntries(names.map((name, index) => [name, defaults[index]])))).toEqual({
      workspaceDiagnostics: false,
    });
    expect(configuration.properties['tactful.footer']?.enum).toEqual(['', ...footerSettings]);
  });

  it('has editors check every settings file by the schema that comes along', () => {
    const { jsonValidation, yamlValidation } = manifest.contributes;
    const checked = [...jsonValidation, ...yamlValidation];
    expect(checked.map(({ fileMatch }) => fileMatch).sort()).toEqual([...settingsFileNames].sort());
    expect(new Set(checked.map(({ url }) => url))).toEqual(new Set([`./server/${settingsSchemaFile}`]));
  });

  it('is started by mails alone', () => {
    expect(manifest.activationEvents.every((event) => event.startsWith('onLanguage:'))).toBe(true);
    expect(manifest.main).toBe('./dist/extension.cjs');
  });
});

describe('the linter that the extension starts', () => {
  const installed = { 'node_modules/tactful/dist/server.js': '', 'node_modules/tactful/bin/tactful.js': '' };

  it("is the workspace's own, if that is there and trusted", () => {
    const folder = temporaryFolder(installed);
    expect(findServer(['/nowhere', folder], true, '/extension')).toEqual({
      module: `${folder}/node_modules/tactful/bin/tactful.js`,
      origin: 'workspace',
    });
  });

  it('is the one that comes along otherwise', () => {
    const own = { module: '/extension/server/bin/tactful.js', origin: 'extension' };
    expect(findServer([temporaryFolder(installed)], false, '/extension')).toEqual(own);
    expect(findServer([temporaryFolder()], true, '/extension')).toEqual(own);
    expect(findServer([temporaryFolder({ 'node_modules/tactful/bin/tactful.js': '' })], true, '/extension')).toEqual(
      own,
    );
  });
});
