import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { findServer } from './findServer.js';

const languages = ['mjml', 'html', 'markdown', 'plaintext'];
const endings = '{mjml,md,markdown,html,htm,txt,text,eml,twig,hbs,handlebars,mustache,erb,ejs,liquid,j2,jinja,njk,ftl}';

let client: LanguageClient | undefined;

/** Called by the editor when the first mail is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('Tactful', { log: true });
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const { module, origin } = findServer(folders, workspace.isTrusted, context.extensionPath);
  output.info(`Started the linter of the ${origin}: ${module}`);
  const options: LanguageClientOptions = {
    documentSelector: [
      ...languages.flatMap((language) => ['file', 'untitled'].map((scheme) => ({ scheme, language }))),
      { scheme: 'file', pattern: `**/*.${endings}` },
      { scheme: 'file', pattern: '**/{tactful.config.{yml,yaml,json},campaign.yml}' },
    ],
    outputChannel: output,
    initializationOptions: settings(),
  };
  client = new LanguageClient('tactful', 'Tactful', { module, args: ['lsp'], transport: TransportKind.stdio }, options);
  context.subscriptions.push(
    output,
    commands.registerCommand('tactful.restart', () => client?.restart()),
    commands.registerCommand('tactful.showOutput', () => output.show()),
    workspace.onDidGrantWorkspaceTrust(() => commands.executeCommand('workbench.action.reloadWindow')),
  );
  await client.start();
}

/** Called by the editor when it closes. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}

function settings(): Readonly<Record<string, unknown>> {
  const own = workspace.getConfiguration('tactful');
  return Object.fromEntries(
    ['profile', 'config', 'footer', 'workspaceDiagnostics'].map((name) => [name, own.get<unknown>(name)]),
  );
}
