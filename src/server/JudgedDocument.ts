import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { MailResult } from '../linter/MailLinter.js';
import type { DocumentPlace } from './Workspace.js';

/** What is known about one version of a document that an editor has open. */
export interface JudgedDocument {
  /** The text that was judged; it does not change when the user types on. */
  readonly document: TextDocument;
  readonly place: DocumentPlace;
  readonly result: MailResult;
  /** Another one as soon as the text or what holds for it has changed. */
  readonly resultId: string;
}
