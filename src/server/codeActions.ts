import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Finding } from '../checks/Finding.js';
import { safeReplacements } from '../linter/fix/applyFixes.js';
import type { LintedMail } from '../linter/MailLinter.js';
import type { ClientFeatures } from './ClientFeatures.js';
import { type EditorTexts, editorTexts } from './editorTexts.js';
import { insertionOf } from './insertionOf.js';
import type { JudgedDocument } from './JudgedDocument.js';
import { commands, fixAllKind } from './offers.js';
import { replacementsOf } from './replacementsOf.js';
import { rulePage } from './rulePages.js';
import { type DiagnosticData, diagnosticSource, rangeIn } from './toDiagnostics.js';

/** A finding that the user asks about. */
interface Asked {
  readonly finding: Finding;
  /** What the client shows of it; clients leave it out or cut it short. */
  readonly diagnostic?: Diagnostic;
}

interface ActionContext {
  readonly judged: JudgedDocument;
  readonly linted: LintedMail;
  readonly features: ClientFeatures;
  readonly texts: EditorTexts;
}

type ActionsFor = (asked: Asked, context: ActionContext) => readonly CodeAction[];

/** What can be done about a finding, in the order in which it is offered. */
const actionsForFinding: readonly ActionsFor[] = [replace, insert, openPage];

/** What can be done at a place: about each finding there, and about all of the document at once. */
export function codeActions(params: CodeActionParams, judged: JudgedDocument, features: ClientFeatures): CodeAction[] {
  const { linted } = judged.result;
  if (linted === undefined) return [];
  const context = { judged, linted, features, texts: editorTexts(linted.report.language) };
  const only = params.context.only ?? undefined;
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const asked = wants(CodeActionKind.QuickFix) ? askedAbout(params, judged, linted) : [];
  return [
    ...asked.flatMap((finding) => actionsForFinding.flatMap((actionsFor) => actionsFor(finding, context))),
    ...(only !== undefined && wants(fixAllKind) ? fixAll(context) : []),
  ];
}

/** The findings that the client names, and those at the place, since some clients name none. */
function askedAbout(
  { context, range }: CodeActionParams,
  judged: JudgedDocument,
  linted: LintedMail,
): readonly Asked[] {
  const { document } = judged;
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const ours = context.diagnostics.filter(({ source }) => source === diagnosticSource);
  return linted.report.findings.flatMap((finding, index) => {
    const diagnostic = ours.find((candidate) => shows(candidate, finding, index, judged));
    if (diagnostic) return [{ finding, diagnostic }];
    return finding.range.start <= end && start <= finding.range.end ? [{ finding }] : [];
  });
}

/** Clients that drop the data of a diagnostic are told apart by rule and place. */
function shows(
  { code, range, data }: Diagnostic,
  finding: Finding,
  index: number,
  { document }: JudgedDocument,
): boolean {
  if (isData(data) && data.version === document.version) return data.index === index;
  const start = document.offsetAt(range.start);
  return code === finding.rule && finding.range.start <= start && start <= finding.range.end;
}

function isData(data: unknown): data is DiagnosticData {
  return typeof data === 'object' && data !== null && 'version' in data && 'index' in data;
}

function replace({ finding, diagnostic }: Asked, context: ActionContext): readonly CodeAction[] {
  const { judged, linted, texts } = context;
  return replacementsOf(finding, linted).map(({ range, text, shown, isSafe }) => ({
    title: texts.replace(shown),
    kind: CodeActionKind.QuickFix,
    ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
    isPreferred: isSafe,
    edit: editOf([{ range: rangeIn(judged.document, range), newText: text }], context),
  }));
}

function insert({ finding, diagnostic }: Asked, context: ActionContext): readonly CodeAction[] {
  const { judged, linted, texts } = context;
  const insertion = insertionOf(finding, linted);
  if (insertion === undefined) return [];
  const place = judged.document.positionAt(insertion.offset);
  return [
    {
      title: texts.insert(insertion.shown, insertion.provider),
      kind: CodeActionKind.QuickFix,
      ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
      edit: editOf([{ range: { start: place, end: place }, newText: insertion.text }], context),
    },
  ];
}

function openPage({ finding, diagnostic }: Asked, { linted, features, texts }: ActionContext): readonly CodeAction[] {
  const page = rulePage(finding.rule, linted.report.language);
  if (page === undefined || !features.showsDocuments) return [];
  const title = texts.openPage(finding.rule);
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
      command: { title, command: commands.openRulePage, arguments: [finding.rule, linted.report.language ?? 'en'] },
    },
  ];
}

function fixAll(context: ActionContext): readonly CodeAction[] {
  const { judged, linted, features, texts } = context;
  if (linted.reading.mail.format === 'eml' && linted.report.findings.length > 0) {
    if (!features.disabledActions) return [];
    return [{ title: texts.fixAll, kind: fixAllKind, disabled: { reason: texts.mailFileStays } }];
  }
  const edits = safeReplacements(linted.report.findings).map(({ range, text }) => ({
    range: rangeIn(judged.document, range),
    newText: text,
  }));
  return edits.length === 0 ? [] : [{ title: texts.fixAll, kind: fixAllKind, edit: editOf(edits, context) }];
}

/** Clients that can are told which version the edits are for. */
function editOf(edits: TextEdit[], { judged, features }: ActionContext): WorkspaceEdit {
  const { uri, version } = judged.document;
  if (!features.versionedEdits) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}
