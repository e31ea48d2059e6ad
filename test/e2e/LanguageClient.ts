import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { command } from './runCommand.js';

/** A client that gets its diagnostics sent, as Vim and Emacs do. */
export const pushing: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** A client that asks for its diagnostics, as VS Code does. */
export const pulling: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, dataSupport: true, codeDescriptionSupport: true },
    diagnostic: { dataSupport: true, relatedDocumentSupport: true },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** Absolute paths. */
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  readonly processId?: number | null;
  /** What the client answers when the server asks; `null` unless given. */
  answer?(method: string, params: unknown): unknown;
}

/** An editor as the server sees it, over the standard streams of the built command. */
export class LanguageClient {
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the server has asked for. */
  readonly requests: { readonly method: string; readonly params: unknown }[] = [];
  readonly notes: { readonly method: string; readonly params: unknown }[] = [];
  readonly ended: Promise<number | null>;
  abilities: InitializeResult['capabilities'] = {};
  readonly #server: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #documents = new Map<string, TextDocument>();

  private constructor({ answer }: ClientOptions) {
    const server = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#server = server;
    this.ended = new Promise((resolve) => server.on('exit', resolve));
    this.#connection = createMessageConnection(server.stdout, server.stdin);
    this.#connection.onNotification('textDocument/publishDiagnostics', (sent: PublishDiagnosticsParams) => {
      this.published.push(sent);
    });
    this.#connection.onNotification((method, params) => void this.notes.push({ method, params }));
    this.#connection.onRequest((method, params) => {
      this.requests.push({ method, params });
      return answer?.(method, params) ?? null;
    });
    this.#connection.onUnhandledProgress((params) => void this.notes.push({ method: '$/progress', params }));
    this.#connection.listen();
  }

  static async start(options: ClientOptions = {}): Promise<LanguageClient> {
    const client = new LanguageClient(options);
    onTestFinished(() => client.kill());
    const { capabilities = pushing, folders = [], initializationOptions, processId = process.pid } = options;
    const workspaceFolders = folders.map((folder) => ({ uri: uriOf(folder), name: folder }));
    const { capabilities: abilities } = await client.ask<InitializeResult>('initialize', {
      processId,
      rootUri: null,
      capabilities,
      workspaceFolders,
      initializationOptions,
    });
    client.abilities = abilities;
    await client.tell('initialized', {});
    return client;
  }

  ask<Answer>(method: string, params: unknown): Promise<Answer> {
    return this.#connection.sendRequest<Answer>(method, params);
  }

  tell(method: string, params: unknown): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** Opens a document that is in a file or not; what is on disk does not matter. */
  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 0, text));
    await this.tell('textDocument/didOpen', { textDocument: { uri, languageId, version: 0, text } });
  }

  /** Replaces the first occurrence of a text, as one edit. */
  async type(uri: string, before: string, after: string): Promise<void> {
    const document = this.document(uri);
    const start = document.getText().indexOf(before);
    if (start < 0) throw new Error(`“${before}” is not in the text`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + before.length) };
    await this.edit(uri, [{ range, newText: after }]);
  }

  async edit(uri: string, edits: readonly TextEdit[]): Promise<void> {
    for (const { range, newText } of [...edits].sort(lastFirst)) {
      const document = this.document(uri);
      const version = document.version + 1;
      const contentChanges = [{ range, text: newText }];
      this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
      await this.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    }
  }

  async save(uri: string): Promise<void> {
    await this.tell('textDocument/didSave', { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    await this.tell('textDocument/didClose', { textDocument: { uri } });
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  /** The diagnostics that were sent for the newest version, once they are there. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const { version } = this.document(uri);
    const isNewest = (sent: PublishDiagnosticsParams) => sent.uri === uri && sent.version === version;
    return (await this.until(() => this.published.findLast(isNewest))).diagnostics;
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.ask('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  codeActions(uri: string, range: Range, diagnostics: readonly Diagnostic[], only?: string): Promise<CodeAction[]> {
    const context = { diagnostics, ...(only === undefined ? {} : { only: [only] }) };
    return this.ask('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  /** What a marked text is, for comparing: the rule and the words. */
  marked(uri: string, diagnostics: readonly Diagnostic[]): readonly string[] {
    return diagnostics.map(({ code, range }) => `${code}: ${this.document(uri).getText(range)}`);
  }

  /** Waits for something to be there. */
  async until<Found>(find: () => Found | undefined | false): Promise<Found> {
    const end = Date.now() + 20_000;
    for (;;) {
      const found = find();
      if (found !== undefined && found !== false) return found;
      if (Date.now() > end) throw new Error('What was waited for did not come');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Goes away without a word. */
  die(): void {
    this.#server.stdin?.end();
  }

  kill(): void {
    this.#connection.dispose();
    this.#server.kill();
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

function lastFirst(left: TextEdit, right: TextEdit): number {
  const [a, b] = [left.range.start, right.range.start];
  return b.line - a.line || b.character - a.character;
}
