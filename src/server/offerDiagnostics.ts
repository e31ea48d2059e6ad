import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import {
  type CancellationToken,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { formatOf } from '../formats/formatOf.js';
import { findFiles } from '../linter/findFiles.js';
import { readMailFile } from '../linter/readMailFile.js';
import { typingPause } from './offers.js';
import type { Project } from './Project.js';
import type { Session } from './Session.js';
import { toDiagnostics } from './toDiagnostics.js';
import { uriOfPath } from './Workspace.js';

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Answers clients that ask for diagnostics: of an open document, or of all mails of the folders that are open. */
export function offerDiagnostics(session: Session): void {
  const { connection, documents, safely } = session;
  const changed = new Map<string, number>();
  documents.onDidOpen(({ document }) => changed.delete(document.uri));
  documents.onDidSave(({ document }) => changed.delete(document.uri));
  documents.onDidClose(({ document }) => changed.delete(document.uri));
  documents.onDidChangeContent(({ document }) => changed.set(document.uri, Date.now()));
  connection.languages.diagnostics.on(
    safely(
      'linting',
      async ({ textDocument: { uri }, previousResultId }, token) => {
        const sinceChange = Date.now() - (changed.get(uri) ?? 0);
        if (sinceChange < typingPause) await setTimeout(typingPause - sinceChange);
        return token.isCancellationRequested ? nothing : reportOn(uri, previousResultId, session);
      },
      nothing,
    ),
  );
  connection.languages.diagnostics.onWorkspace(
    safely(
      'linting the folders',
      (params, token, progress, results) => {
        const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
        return reportOnWorkspace(known, token, progress, results, session);
      },
      { items: [] },
    ),
  );
}

async function reportOn(
  uri: string,
  previousResultId: string | undefined,
  { documents, judge, features }: Session,
): Promise<DocumentDiagnosticReport> {
  const document = documents.get(uri);
  if (document === undefined) return nothing;
  await judge.refresh(document);
  const judged = await judge.judge(document);
  if (judged === undefined) return nothing;
  const { resultId } = judged;
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: toDiagnostics(judged, features) };
}

async function reportOnWorkspace(
  known: ReadonlyMap<string, string>,
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
  results: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  session: Session,
): Promise<WorkspaceDiagnosticReport> {
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  await lintClosed(session, token, progress, (item) => {
    const report: WorkspaceDocumentDiagnosticReport =
      known.get(item.uri) === item.resultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, uri: item.uri, version: null, resultId: item.resultId }
        : { kind: DocumentDiagnosticReportKind.Full, version: null, ...item };
    if (results) results.report({ items: [report] });
    else items.push(report);
  });
  return { items };
}

/** Lints the mails that are not open and sends what was found, for clients that don't ask for it. */
export async function publishWorkspace(session: Session, token: CancellationToken): Promise<void> {
  const { connection } = session;
  const progress = await connection.window.createWorkDoneProgress();
  try {
    await lintClosed(session, token, progress, ({ uri, items }) => {
      void connection.sendDiagnostics({ uri, diagnostics: items }).catch(() => undefined);
    });
  } finally {
    progress.done();
  }
}

interface LintedFile {
  readonly uri: string;
  readonly resultId: string;
  readonly items: ReturnType<typeof toDiagnostics>;
}

async function lintClosed(
  session: Session,
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
  tell: (file: LintedFile) => void,
): Promise<void> {
  const projects = await Promise.all(session.workspace.projects.map(mailsOf));
  const mails = projects.flat();
  progress.begin('Tactful', 0, `0 of ${mails.length}`, true);
  for (const [index, { project, path }] of mails.entries()) {
    if (token.isCancellationRequested) return;
    const linted = await lintFile(project, path, session);
    if (linted) tell(linted);
    progress.report(Math.floor((100 * index) / mails.length), `${index + 1} of ${mails.length}`);
    // Lets in what the user does meanwhile.
    await setImmediate();
  }
}

async function mailsOf(project: Project): Promise<readonly { readonly project: Project; readonly path: string }[]> {
  const { paths } = await findFiles(['.'], { cwd: project.cwd, isMail: (path) => formatOf(path) !== undefined });
  return paths.map((path) => ({ project, path }));
}

/** @returns undefined for a mail that is open, which its editor shows anyway, and for one that can't be read. */
async function lintFile(project: Project, path: string, session: Session): Promise<LintedFile | undefined> {
  const uri = uriOfPath(join(project.cwd, path));
  if (session.documents.get(uri)) return undefined;
  const read = await readMailFile(path, project.cwd);
  if ('problem' in read) return undefined;
  const document = TextDocument.create(uri, '', 0, read.text);
  const result = await project.lint(path, read.text);
  const judged = { document, place: { project, path }, result, resultId: '' };
  const items = toDiagnostics(judged, session.features);
  const resultId = createHash('sha256').update(JSON.stringify(items)).digest('base64url').slice(0, 22);
  return { uri, resultId, items };
}
