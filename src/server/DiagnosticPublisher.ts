import type { TextDocument } from 'vscode-languageserver-textdocument';
import { typingPause } from './offers.js';
import type { Session } from './Session.js';
import { toDiagnostics } from './toDiagnostics.js';

interface Waiting {
  readonly timer: NodeJS.Timeout;
  /** Milliseconds. */
  readonly pause: number;
}

/** Sends diagnostics to clients that don't ask for them: at once when a document is opened or saved, else in a pause. */
export class DiagnosticPublisher {
  readonly #session: Session;
  readonly #waiting = new Map<string, Waiting>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Follows the documents from now on. */
  start(): void {
    const { documents, connection } = this.#session;
    documents.onDidOpen(({ document }) => this.#publishSoon(document.uri, 0));
    documents.onDidSave(({ document }) => this.#publishSoon(document.uri, 0));
    documents.onDidChangeContent(({ document }) => {
      // Opening counts as a change, too, and is seen to already.
      if (this.#waiting.get(document.uri)?.pause !== 0) this.#publishSoon(document.uri, typingPause);
    });
    documents.onDidClose(({ document }) => {
      this.#stopWaiting(document.uri);
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }).catch(() => undefined);
    });
  }

  publishAll(): void {
    for (const { uri } of this.#session.documents.all()) this.#publishSoon(uri, 0);
  }

  #publishSoon(uri: string, pause: number): void {
    this.#stopWaiting(uri);
    const publish = this.#session.safely('linting', () => this.#publish(uri), undefined);
    const timer = setTimeout(() => {
      this.#waiting.delete(uri);
      void publish();
    }, pause);
    this.#waiting.set(uri, { timer, pause });
  }

  #stopWaiting(uri: string): void {
    clearTimeout(this.#waiting.get(uri)?.timer);
    this.#waiting.delete(uri);
  }

  async #publish(uri: string): Promise<void> {
    const { documents, judge, connection, features } = this.#session;
    const document = documents.get(uri);
    if (document === undefined) return;
    if (await judge.refresh(document)) return this.publishAll();
    const judged = await judge.judge(document);
    if (judged === undefined || !this.#isCurrent(judged.document)) return;
    const { version } = judged.document;
    await connection.sendDiagnostics({ uri, version, diagnostics: toDiagnostics(judged, features) });
  }

  /** Whether the user has not typed on in the meantime; then there is a newer text to judge, which is under way. */
  #isCurrent({ uri, version }: TextDocument): boolean {
    return this.#session.documents.get(uri)?.version === version;
  }
}
