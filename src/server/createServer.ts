import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { type ClientFeatures, clientFeatures } from './ClientFeatures.js';
import { readClientSettings } from './ClientSettings.js';
import { DiagnosticPublisher } from './DiagnosticPublisher.js';
import { DocumentJudge } from './DocumentJudge.js';
import { offerDiagnostics } from './offerDiagnostics.js';
import { offerEditing } from './offerEditing.js';
import { commands, completionTriggers, fixAllKind } from './offers.js';
import type { Session } from './Session.js';
import { safelyOn } from './safelyOn.js';
import { Workspace } from './Workspace.js';

/** The name of the section of an editor's settings that is ours. */
const section = 'tactful';

/**
 * Answers a client over a connection until it goes away. Whatever the client sends or leaves out, the server lives on:
 * what goes wrong is logged, and the answer is empty.
 */
export function createServer(connection: Connection, rulebook: Rulebook, version: string): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(rulebook);
  const judge = new DocumentJudge(workspace);
  const safely = safelyOn(connection);
  const session: Session = {
    connection,
    documents,
    workspace,
    judge,
    rulebook,
    safely,
    features: clientFeatures({}),
  };
  const publisher = new DiagnosticPublisher(session);
  connection.onInitialize((params) => {
    session.features = clientFeatures(params.capabilities ?? {});
    workspace.openFolders(foldersOf(params));
    workspace.configure(readClientSettings(params.initializationOptions));
    if (!session.features.pullsDiagnostics) publisher.start();
    return serverAbilities(session.features, version, workspace.settings.workspaceDiagnostics);
  });
  connection.onInitialized(safely('starting', () => settleWithClient(session, publisher), undefined));
  followSettings(session, publisher);
  offerDiagnostics(session);
  offerEditing(session);
  documents.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

function serverAbilities(
  { pullsDiagnostics }: ClientFeatures,
  version: string,
  workspaceDiagnostics: boolean,
): InitializeResult {
  return {
    serverInfo: { name: 'tactful', version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [...completionTriggers] },
      codeLensProvider: {},
      executeCommandProvider: { commands: Object.values(commands) },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(pullsDiagnostics
        ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics, identifier: 'tactful' } }
        : {}),
    },
  };
}

async function settleWithClient(session: Session, publisher: DiagnosticPublisher): Promise<void> {
  const { connection, features, workspace, safely } = session;
  if (features.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      workspace.openFolders(added.map(({ uri }) => uri));
      workspace.closeFolders(removed.map(({ uri }) => uri));
      judgeAnew(session, publisher);
    });
  }
  if (features.watchesFiles) {
    const watchers = [{ globPattern: '**/*.{yml,yaml,json}' }];
    await safely(
      'watching files',
      () => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
      undefined,
    )();
  }
  if (features.tellsConfiguration) {
    const { type } = DidChangeConfigurationNotification;
    await safely('following the settings', () => connection.client.register(type, { section }), undefined)();
  }
  if (features.configuration) await askForSettings(session, publisher);
}

/** A client that answers nothing has said before, with its first message, what it wants. */
async function askForSettings(session: Session, publisher: DiagnosticPublisher): Promise<void> {
  const answer: unknown = await session.connection.workspace.getConfiguration(section);
  if (answer === null || answer === undefined) return;
  session.workspace.configure(readClientSettings(answer));
  judgeAnew(session, publisher);
}

function followSettings(session: Session, publisher: DiagnosticPublisher): void {
  const { connection, documents, workspace, safely, judge } = session;
  connection.onDidChangeConfiguration(
    safely(
      'reading settings',
      async ({ settings }: { readonly settings?: unknown }) => {
        if (session.features.configuration) return askForSettings(session, publisher);
        const own: unknown =
          typeof settings === 'object' && settings !== null ? Reflect.get(settings, section) : undefined;
        if (own === undefined) return undefined;
        workspace.configure(readClientSettings(own));
        return judgeAnew(session, publisher);
      },
      undefined,
    ),
  );
  connection.onDidChangeWatchedFiles(
    safely(
      'following files',
      ({ changes }) => {
        if (changes.every(({ uri }) => uri.includes('/node_modules/'))) return;
        judgeAnew(session, publisher);
      },
      undefined,
    ),
  );
  documents.onDidSave(
    safely(
      'following files',
      async ({ document }) => {
        if (mayHoldSettings(document.uri) || (await judge.refresh(document))) judgeAnew(session, publisher);
      },
      undefined,
    ),
  );
  documents.onDidClose(({ document }) => judge.forget(document.uri));
}

/** What holds for mails has changed: all that is open is judged anew, by us or when the client asks again. */
function judgeAnew(session: Session, publisher: DiagnosticPublisher): void {
  const { connection, features, judge } = session;
  judge.forgetAll();
  const ignored = (): void => undefined;
  if (features.pullsDiagnostics) connection.languages.diagnostics.refresh().catch(ignored);
  else publisher.publishAll();
  if (features.refreshesCodeLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(ignored);
}

/** Settings build on files of any name. */
function mayHoldSettings(uri: string): boolean {
  return /\.(?:ya?ml|json)$/u.test(uri);
}
